package io.github.throughline.testkit.backing;

import io.github.throughline.backing.Databases;
import io.github.throughline.backing.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a holder tells the test processes, as a file in its folder.
 *
 * @param holder the process that ends the servers when the build has ended
 * @param backing where the servers are
 */
record HolderState(ProcessIdentity holder, TestBacking backing) {

    private static final String FILE = "state.properties";
    private static final String PID = ".pid";

    /** The state of a holder that is alive. */
    static Optional<HolderState> read(Path directory) {
        return load(directory)
                .filter(state -> process(state, "holder").alive().isPresent())
                .map(HolderState::of);
    }

    /**
     * Whether there is a holder that is alive. One that is just starting has told nothing yet, and is met by nobody: who
     * starts it holds the lock until it is ready.
     */
    static boolean isHeld(Path directory) {
        return read(directory).isPresent();
    }

    /** Ends what a dead holder left behind. */
    static void endProcesses(Path directory) {
        load(directory)
                .ifPresent(state -> state.stringPropertyNames().stream()
                        .filter(name -> name.endsWith(PID))
                        .map(name -> process(state, name.substring(0, name.length() - PID.length())))
                        .forEach(process -> process.end(Duration.ofSeconds(5))));
    }

    /** Tells the test processes, all at once. */
    static void write(Path directory, HeldServers servers) throws IOException {
        var state = new Properties();
        put(state, "holder", ProcessIdentity.of(ProcessHandle.current()));
        servers.processes().forEach((name, process) -> put(state, name, process));
        var backing = servers.backing();
        state.setProperty("bootstrapServers", backing.bootstrapServers());
        state.setProperty("postgresPort", Integer.toString(backing.databases().port()));
        state.setProperty("postgresPassword", backing.databases().password());
        state.setProperty("registryUrl", backing.registryUrl());
        state.setProperty("registryConfluentUrl", backing.registryConfluentUrl());
        var unfinished = directory.resolve(FILE + ".new");
        try (var out = Files.newBufferedWriter(unfinished)) {
            state.store(out, null);
        }
        Files.move(unfinished, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static HolderState of(Properties state) {
        var databases = new Databases(
                Integer.parseInt(state.getProperty("postgresPort")), state.getProperty("postgresPassword"));
        return new HolderState(
                process(state, "holder"),
                new TestBacking(
                        state.getProperty("bootstrapServers"),
                        databases,
                        state.getProperty("registryUrl"),
                        state.getProperty("registryConfluentUrl")));
    }

    private static Optional<Properties> load(Path directory) {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var state = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            state.load(in);
            return Optional.of(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Properties state, String name, ProcessIdentity process) {
        state.setProperty(name + PID, Long.toString(process.pid()));
        state.setProperty(name + ".startedAt", process.startedAt().toString());
    }

    private static ProcessIdentity process(Properties state, String name) {
        return new ProcessIdentity(
                Long.parseLong(state.getProperty(name + PID)), Instant.parse(state.getProperty(name + ".startedAt")));
    }
}
