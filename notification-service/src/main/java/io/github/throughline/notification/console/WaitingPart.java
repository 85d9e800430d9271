package io.github.throughline.notification.console;

import java.util.List;
import java.util.UUID;

/**
 * What happens to an escalation unless somebody acts, and who is not told of it.
 *
 * @param next in words; empty: nothing
 */
record WaitingPart(String next, List<Muted> mutes) {

    WaitingPart {
        mutes = List.copyOf(mutes);
    }

    /**
     * A mute that holds.
     *
     * @param text who, until when and why
     * @param own whether it is the viewer's
     */
    record Muted(UUID id, String text, boolean own) {}
}
