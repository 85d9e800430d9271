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
 * @param path of data and secrets
 * @param root of what there is once, whatever runs: {@code run.json}, lock and logs
 */
public record SandboxFolder(Path path, Path root) {

    public SandboxFolder {
        path = path.toAbsolutePath().normalize();
        root = root.toAbsolutePath().normalize();
    }

    /** One that holds everything. */
    public SandboxFolder(Path path) {
        this(path, path);
    }

    /** The same sandbox with data of their own, so that a demo leaves those of {@code up} alone. */
    public SandboxFolder withDataOf(String name) {
        return new SandboxFolder(root.resolve(name), root);
    }

    /** {@code .throughline} in the project's folder. */
    public static SandboxFolder ofProject() {
        return new SandboxFolder(ProjectFolder.locate().resolve(".throughline"));
    }

    /** Whether it is the one that people start by hand: they look for it on its usual ports, and for no other. */
    boolean isOfProject() {
        return root.equals(ofProject().root());
    }

    /** What runs; see {@link RunFile}. */
    public Path runFile() {
        return root.resolve("run.json");
    }

    /** The log of a component. */
    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    Path logs() {
        return root.resolve("logs");
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
        return root.resolve("lock");
    }

    Path driving() {
        return root.resolve("driving");
    }

    /** Forgets everything but the lock. */
    public void wipe() {
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
