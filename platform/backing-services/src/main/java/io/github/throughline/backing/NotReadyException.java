package io.github.throughline.backing;

import org.jspecify.annotations.Nullable;

/** A process ended, or did not answer in time; the message carries the last lines of its log. */
public final class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotReadyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
