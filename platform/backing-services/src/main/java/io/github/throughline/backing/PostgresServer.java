package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A PostgreSQL server. */
public final class PostgresServer extends BackingService {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRIES = 20;
    private static final Duration HELD = Duration.ofMillis(250);

    private final ServerFiles files;
    private final Durability durability;

    PostgresServer(ServerFiles files, Path directory, Path log, int port, Durability durability) {
        super("postgres", directory, log, port);
        this.files = files;
        this.durability = durability;
    }

    @Override
    public void start() {
        var binaries = PostgresBinaries.unpacked(files);
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise(binaries);
        }
        var launch =
                new ChildProcess.Launch(name(), asOrdinaryUser(program(binaries, "postgres"), serverSettings()), log());
        for (int tries = 1; !startsWith(launch, tries); tries++) {
            pause();
        }
    }

    /** @return false: sessions of a killed server still hold its memory, which takes them a moment to notice */
    private boolean startsWith(ChildProcess.Launch launch, int tries) {
        try {
            startProcess(launch, this::isReady, PATIENCE);
            return true;
        } catch (NotReadyException e) {
            if (tries < TRIES && String.valueOf(e.getMessage()).contains("still in use")) {
                return false;
            }
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(HELD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting postgres", e);
        }
    }

    @Override
    public void stop() {
        if (process().isAlive()) {
            endSessions();
        }
        process().stop(PATIENCE);
    }

    /** SIGINT ends the sessions that are still open, and then the server; a plain SIGTERM would wait for them. */
    private void endSessions() {
        var command = asOrdinaryUser(
                program(PostgresBinaries.unpacked(files), "pg_ctl"),
                List.of("kill", "INT", Long.toString(process().pid())));
        ChildProcess.start(new ChildProcess.Launch("postgres stop", command, log()))
                .awaitExit(PATIENCE);
    }

    /** The address of a database, for JDBC; known before the server runs. */
    public String jdbcUrl(String database) {
        return Databases.jdbcUrl(port(), database);
    }

    /** Its databases, as its superuser sees them; it must have been started once. */
    public Databases databases() {
        try {
            return new Databases(port(), Files.readString(passwordFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() throws SQLException {
        if (!LoopbackPorts.isOpen(port())) {
            return false;
        }
        try (var connection = databases().connect()) {
            return connection.isValid(5);
        }
    }

    private void initialise(Path binaries) {
        try {
            Files.createDirectories(directory());
            Files.writeString(passwordFile(), UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = asOrdinaryUser(
                program(binaries, "initdb"),
                List.of(
                        "-D",
                        data().toString(),
                        "--username=" + Databases.SUPERUSER,
                        "--pwfile=" + passwordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--no-sync"));
        ChildProcess.run(new ChildProcess.Launch("initdb", command, log()), PATIENCE);
    }

    private List<String> serverSettings() {
        var flushed = durability == Durability.KEPT ? "on" : "off";
        var arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(port())));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=300",
                "timezone=UTC",
                "fsync=" + flushed,
                "synchronous_commit=" + flushed,
                "full_page_writes=" + flushed)) {
            arguments.addAll(List.of("-c", setting));
        }
        return arguments;
    }

    private static String program(Path binaries, String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody special. */
    private static List<String> asOrdinaryUser(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program);
        command.addAll(arguments);
        return command;
    }

    private Path data() {
        return directory().resolve("data");
    }

    private Path passwordFile() {
        return directory().resolve("superuser.password");
    }
}
