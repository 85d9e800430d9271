package io.github.throughline.backing;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One server in a process of its own, which can be ended, by force too, and started again on its data and ports. */
public abstract sealed class BackingService permits KafkaBroker, PostgresServer, SchemaRegistry {

    private final String name;
    private final Path directory;
    private final Path log;
    private final int port;
    private @Nullable ChildProcess process;

    /**
     * @param directory holds its data and settings
     * @param port where clients connect on loopback
     */
    BackingService(String name, Path directory, Path log, int port) {
        this.name = name;
        this.directory = directory;
        this.log = log;
        this.port = port;
    }

    /** Starts it and waits until it is ready. */
    public abstract void start();

    /** Ends it in order; its data stays. */
    public abstract void stop();

    /** Ends it at once, as {@code kill -9} does; its data stays. */
    public void kill() {
        process().kill();
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The file with its output. */
    public Path log() {
        return log;
    }

    public int port() {
        return port;
    }

    /**
     * The process that runs it.
     *
     * @throws IllegalStateException when it was never started
     */
    public ChildProcess process() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process;
    }

    /** Whether there is a process to speak of, alive or not. */
    public boolean wasStarted() {
        return process != null;
    }

    Path directory() {
        return directory;
    }

    /** Starts the server's process, which is ours from then on even if it never gets ready. */
    void startProcess(ChildProcess.Launch launch, ReadyCheck check, Duration patience) {
        var started = ChildProcess.start(launch);
        process = started;
        started.awaitReady(check, patience);
    }
}
