package io.github.throughline.signedplan;

import org.jspecify.annotations.Nullable;

/** Signed bytes that are not a plan of a format known here. */
public final class UnreadablePlan extends RuntimeException {

    UnreadablePlan(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
