package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server. */
public final class PostgresServer implements BackingService {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9-]+");
    private static final String SUPERUSER = "postgres";

    private final ServerFiles files;
    private final Path directory;
    private final int port;
    private final Durability durability;
    private @Nullable ChildProcess process;

    PostgresServer(ServerFiles files, Path directory, int port, Durability durability) {
        this.files = files;
        this.directory = directory;
        this.port = port;
        this.durability = durability;
    }

    @Override
    public String name() {
        return "postgres";
    }

    public int port() {
        return port;
    }

    /** The address of a database, for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void start() {
        var binaries = PostgresBinaries.unpacked(files);
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise(binaries);
        }
        var started = ChildProcess.start(new ChildProcess.Launch(
                name(), asOrdinaryUser(program(binaries, "postgres"), serverSettings()), log()));
        process = started;
        started.awaitReady(this::isReady, PATIENCE);
    }

    @Override
    public void stop() {
        if (!process().isAlive()) {
            return;
        }
        // "fast" ends the sessions that are still open; a plain signal would wait for them.
        var command = asOrdinaryUser(
                program(PostgresBinaries.unpacked(files), "pg_ctl"),
                List.of("stop", "-D", data().toString(), "-m", "fast", "-w"));
        ChildProcess.run(new ChildProcess.Launch("postgres stop", command, log()), PATIENCE);
        process().stop(PATIENCE);
    }

    @Override
    public ChildProcess process() {
        if (process == null) {
            throw new IllegalStateException("postgres was not started");
        }
        return process;
    }

    @Override
    public boolean wasStarted() {
        return process != null;
    }

    @Override
    public Path log() {
        return directory.resolve("postgres.log");
    }

    /**
     * Creates a database that belongs to a role of its own, unless both are there.
     *
     * @param name lower-case letters, digits and underscores
     * @param role the same; it may log in with the password
     * @param password letters, digits and hyphens
     */
    public Database createDatabase(String name, String role, String password) {
        requireMatch(NAME, name);
        requireMatch(NAME, role);
        requireMatch(PASSWORD, password);
        try (var connection = connect()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                execute(connection, "create role " + role + " login password '" + password + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + name + " owner " + role);
                execute(connection, "revoke all on database " + name + " from public");
            }
            return new Database(jdbcUrl(name), role, password);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " can not be created", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, superuserPassword());
    }

    private boolean isReady() throws SQLException {
        if (!LoopbackPorts.isOpen(port)) {
            return false;
        }
        try (var connection = connect()) {
            return connection.isValid(5);
        }
    }

    private void initialise(Path binaries) {
        try {
            Files.createDirectories(directory);
            Files.writeString(passwordFile(), UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = asOrdinaryUser(
                program(binaries, "initdb"),
                List.of(
                        "-D",
                        data().toString(),
                        "--username=" + SUPERUSER,
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
        var arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(port)));
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

    private String superuserPassword() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void requireMatch(Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("does not match " + pattern.pattern());
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path passwordFile() {
        return directory.resolve("superuser.password");
    }
}
