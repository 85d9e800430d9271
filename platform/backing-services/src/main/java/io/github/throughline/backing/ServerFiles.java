package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The programs of the three servers, as this module's build laid them out below its {@code target} folder: they are far
 * too large to travel in a jar.
 *
 * @param directory the folder that holds them, each in one named after its version: none is taken for another
 */
record ServerFiles(Path directory, ServerVersions versions) {

    /** Below the folder that {@code throughline.home} names, else below the nearest parent that is the project. */
    static ServerFiles locate() {
        var directory = ProjectFolder.locate()
                .resolve(ProjectFolder.MODULE)
                .resolve("target")
                .resolve("backing");
        if (!Files.exists(directory.resolve("broker.classpath"))) {
            throw new IllegalStateException("The servers are not laid out in " + directory
                    + ": build them with ./mvnw -pl " + ProjectFolder.MODULE + " generate-resources");
        }
        return new ServerFiles(directory, ServerVersions.ofTheBuild());
    }

    String brokerClasspath() {
        try {
            return Files.readString(directory.resolve("broker.classpath")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path registryJar() {
        return directory.resolve("registry-" + versions.registry()).resolve("quarkus-run.jar");
    }

    Path postgres() {
        return directory.resolve("postgres-" + versions.postgres());
    }
}
