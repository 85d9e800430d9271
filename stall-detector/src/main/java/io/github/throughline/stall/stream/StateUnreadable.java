package io.github.throughline.stall.stream;

import io.github.throughline.platform.messaging.Recoverable;

/** What is kept of an episode can not be read by this release. No fault of the record: it waits for one that can. */
final class StateUnreadable extends RuntimeException implements Recoverable {

    private static final long serialVersionUID = 1L;

    StateUnreadable(Throwable cause) {
        super("what is kept of an episode can not be read", cause);
    }
}
