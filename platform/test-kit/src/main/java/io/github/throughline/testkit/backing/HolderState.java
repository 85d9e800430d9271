package io.github.throughline.testkit.backing;

import io.github.throughline.backing.BackingServices;
import io.github.throughline.backing.Databases;
import io.github.throughline.backing.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private static final List<String> PROCESSES = List.of("holder", "postgres", "kafka", "registry");

    /** The state of a holder that is alive. */
    static Optional<HolderState> read(Path directory) {
        return load(directory)
                .filter(state -> process(state, "holder").alive().isPresent())
                .map(HolderState::of);
    }

    /** Whether there is a holder that is alive, or one that is just starting. */
    static boolean isHeld(Path directory) {
        return read(directory).isPresent();
    }

    /** Ends what a dead holder left behind. */
    static void endProcesses(Path directory) {
        load(directory)
                .ifPresent(state -> PROCESSES.forEach(name -> process(state, name)
                        .alive()
                        .ifPresent(process -> ProcessIdentity.of(process).end(Duration.ofSeconds(5)))));
    }

    /** Tells the test processes, all at once. */
    static void write(Path directory, BackingServices services) throws IOException {
        var state = new Properties();
        put(state, "holder", ProcessIdentity.of(ProcessHandle.current()));
        services.all()
                .forEach(service -> put(state, service.name(), service.process().identity()));
        state.setProperty("bootstrapServers", services.bootstrapServers());
        state.setProperty("postgresPort", Integer.toString(services.postgres().port()));
        state.setProperty("postgresPassword", services.postgres().databases().password());
        state.setProperty("registryUrl", services.registryUrl());
        state.setProperty("registryConfluentUrl", services.registry().confluentUrl());
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
        state.setProperty(name + ".pid", Long.toString(process.pid()));
        state.setProperty(name + ".startedAt", process.startedAt().toString());
    }

    private static ProcessIdentity process(Properties state, String name) {
        return new ProcessIdentity(
                Long.parseLong(state.getProperty(name + ".pid")),
                Instant.parse(state.getProperty(name + ".startedAt")));
    }
}
