package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The folder in which the sandbox keeps its data, logs, secrets and {@code run.json}.
 *
 * @param path absolute
 */
public record SandboxFolder(Path path) {

    public SandboxFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** {@code .throughline} in the project's folder. */
    public static SandboxFolder ofProject() {
        return new SandboxFolder(ProjectFolder.locate().resolve(".throughline"));
    }

    /** What runs; see {@link RunFile}. */
    public Path runFile() {
        return path.resolve("run.json");
    }

    /** The log of a component. */
    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path backing() {
        return path.resolve("backing");
    }

    Path identity() {
        return path.resolve("identity");
    }

    Path planKeys() {
        return path.resolve("plan-keys");
    }

    Path state(String service) {
        return path.resolve("state").resolve(service);
    }

    Path ports() {
        return path.resolve("ports.properties");
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    Path lock() {
        return path.resolve("lock");
    }

    /** Forgets everything but the lock. */
    void wipe() {
        for (var kept :
                new Path[] {backing(), identity(), planKeys(), path.resolve("state"), ports(), secrets(), runFile()}) {
            delete(kept);
        }
    }

    /** Logs are those of one run. */
    void dropLogs() {
        delete(logs());
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
