package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.ProjectFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** The executable jar of a service, as the build left it, and the same unpacked: so it starts in half of the time. */
final class ServiceJar {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String UNPACKED = "unpacked-";

    private final String service;
    private final Path jar;

    private ServiceJar(String service, Path jar) {
        this.service = service;
        this.jar = jar;
    }

    /** The jar of the service that can be started by itself. */
    static ServiceJar of(String service) {
        var target = ProjectFolder.locate().resolve(service).resolve("target");
        if (!Files.isDirectory(target)) {
            throw notBuilt(service);
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith(service + "-"))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .filter(ServiceJar::isExecutable)
                    .findFirst()
                    .map(jar -> new ServiceJar(service, jar))
                    .orElseThrow(() -> notBuilt(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Java's options that start it.
     *
     * @param again whether it will be started again and again: then it pays to keep its classes, which takes seconds at
     *     its first end
     */
    List<String> options(boolean again, Path log) {
        var unpacked = unpacked(log);
        var options = new ArrayList<String>();
        if (again) {
            options.addAll(ChildProcess.keepingClassesIn(unpacked.resolve("classes.jsa")));
        }
        options.addAll(List.of("-jar", unpacked.resolve(jar.getFileName()).toString()));
        return options;
    }

    private Path unpacked(Path log) {
        try {
            var unpacked = jar.resolveSibling(UNPACKED + checksum());
            if (!Files.exists(unpacked)) {
                deleteOthers();
                unpackTo(unpacked, log);
            }
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the content: builds that can be repeated give every jar the same time. */
    private String checksum() throws IOException {
        var checksum = new CRC32C();
        try (var in = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(checksum.getValue()) + "-" + Files.size(jar);
    }

    private void unpackTo(Path unpacked, Path log) throws IOException {
        var unfinished = Files.createTempDirectory(jar.getParent(), "unpacking-");
        var command = List.of(
                ChildProcess.java(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                unfinished.toString());
        ChildProcess.run(new ChildProcess.Launch("unpacking of " + service, command, log), PATIENCE);
        Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Those of older builds. */
    private void deleteOthers() throws IOException {
        try (var all = Files.list(jar.getParent())) {
            for (var old : all.filter(file -> file.getFileName().toString().startsWith(UNPACKED))
                    .toList()) {
                SandboxFolder.delete(old);
            }
        }
    }

    private static boolean isExecutable(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Main-Class") != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static IllegalStateException notBuilt(String service) {
        return new IllegalStateException(service + " is not built: ./mvnw -DskipTests package");
    }
}
