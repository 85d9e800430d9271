package io.github.throughline.notification.mute;

import java.time.Instant;
import java.util.UUID;

/** Who is not told of what. */
@FunctionalInterface
public interface Mutes {

    /** Whether somebody is not to be told of an escalation now. */
    boolean cover(String person, UUID escalationId, Instant careNow);
}
