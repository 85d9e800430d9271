package io.github.throughline.platform.outbox;

/** How many events wait to reach their topics. */
@FunctionalInterface
public interface OutboxDepth {

    /** Counted now, committed events only. */
    long count();
}
