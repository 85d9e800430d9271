package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The programs of the three servers, as this module's build laid them out below its {@code target} folder: they are far
 * too large to travel in a jar.
 *
 * @param directory the folder that holds them
 */
record ServerFiles(Path directory) {

    private static final String MODULE = "platform/backing-services";

    /** Below the folder that {@code throughline.home} names, else below the nearest parent that is the project. */
    static ServerFiles locate() {
        var directory = projectRoot().resolve(MODULE).resolve("target").resolve("backing");
        if (!Files.exists(directory.resolve("broker.classpath"))) {
            throw new IllegalStateException("The servers are not laid out in " + directory
                    + ": build them with ./mvnw -pl " + MODULE + " generate-resources");
        }
        return new ServerFiles(directory);
    }

    /** The project's folder. */
    static Path projectRoot() {
        var home = System.getProperty("throughline.home");
        if (home != null) {
            return Path.of(home).toAbsolutePath().normalize();
        }
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, path -> path != null, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve(MODULE)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        here + " is not inside the project; say where it is with -Dthroughline.home=FOLDER"));
    }

    String brokerClasspath() {
        try {
            return Files.readString(directory.resolve("broker.classpath")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path registryJar() {
        return directory.resolve("registry").resolve("quarkus-run.jar");
    }

    Path postgres() {
        return directory.resolve("postgres");
    }
}
