package io.github.throughline.backing;

/**
 * A database and the role that owns it.
 *
 * @param url for JDBC
 * @param role who logs in
 * @param password with what
 */
public record Database(String url, String role, String password) {

    @Override
    public String toString() {
        return url + " as " + role;
    }
}
