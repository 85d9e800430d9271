package io.github.throughline.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The databases of a PostgreSQL server, seen by its superuser.
 *
 * @param port where it listens on loopback
 * @param password of the superuser
 */
public record Databases(int port, String password) {

    static final String SUPERUSER = "postgres";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]+");

    /** The address of a database, for JDBC. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Creates a database that belongs to a role of its own, unless both are there.
     *
     * @param name lower-case letters, digits and underscores
     * @param role the same; it may log in with the password
     * @param rolePassword letters, digits, hyphens and underscores
     */
    public Database create(String name, String role, String rolePassword) {
        requireMatch(NAME, name);
        requireMatch(NAME, role);
        requireMatch(PASSWORD, rolePassword);
        try (var connection = connect()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                execute(connection, "create role " + role + " login password '" + rolePassword + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + name + " owner " + role);
                execute(connection, "revoke all on database " + name + " from public");
            }
            return new Database(jdbcUrl(name), role, rolePassword);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " can not be created", e);
        }
    }

    /** A connection of the superuser; the caller closes it. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
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

    @Override
    public String toString() {
        return "databases of 127.0.0.1:" + port;
    }
}
