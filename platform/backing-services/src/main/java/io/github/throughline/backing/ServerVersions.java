package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which servers the build took.
 *
 * @param postgres of the published binaries: PostgreSQL's own version and a third number
 */
public record ServerVersions(String kafka, String postgres, String registry) {

    /** As the root pom names them. */
    public static ServerVersions ofTheBuild() {
        var versions = new Properties();
        try (var in = ServerVersions.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServerVersions(
                versions.getProperty("kafka"), versions.getProperty("postgres"), versions.getProperty("registry"));
    }

    /** PostgreSQL's own version as far as it changes what a server can do. */
    public String postgresMajor() {
        return postgres.substring(0, postgres.indexOf('.'));
    }
}
