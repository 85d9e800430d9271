package io.github.throughline.backing;

import java.nio.file.Path;

/** One server in a process of its own, which can be ended, by force too, and started again on its data and ports. */
public sealed interface BackingService permits KafkaBroker, PostgresServer, SchemaRegistry {

    /** What people call it. */
    String name();

    /** Starts it and waits until it is ready. */
    void start();

    /** Ends it in order; its data stays. */
    void stop();

    /** Ends it at once, as {@code kill -9} does; its data stays. */
    default void kill() {
        process().kill();
    }

    /**
     * The process that runs it.
     *
     * @throws IllegalStateException when it was never started
     */
    ChildProcess process();

    /** Whether there is a process to speak of, alive or not. */
    boolean wasStarted();

    /** The file with its output. */
    Path log();
}
