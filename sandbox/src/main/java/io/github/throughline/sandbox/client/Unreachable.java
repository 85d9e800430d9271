package io.github.throughline.sandbox.client;

import org.jspecify.annotations.Nullable;

/** A service did not answer for as long as a client waits. */
public final class Unreachable extends RuntimeException {

    Unreachable(String request, @Nullable Throwable cause) {
        super(request + ": no answer", cause);
    }
}
