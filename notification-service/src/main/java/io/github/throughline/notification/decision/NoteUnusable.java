package io.github.throughline.notification.decision;

import io.github.throughline.platform.web.Problem;

/** A note that can not be kept as it was written; none is shortened. */
public final class NoteUnusable extends Problem {

    NoteUnusable() {
        super(422, "NOTE_UNUSABLE", "a note is text of at most %d characters".formatted(Decision.LONGEST_NOTE), "note");
    }
}
