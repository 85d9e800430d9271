package io.github.throughline.sandbox.drive;

import java.time.Duration;

/** The system went on moving, or could not be asked, for longer than it may. */
public final class NotQuiet extends RuntimeException {

    NotQuiet(Duration patience, String what) {
        super("not quiet within %d s: %s".formatted(patience.toSeconds(), what));
    }
}
