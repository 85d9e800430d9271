package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.JarFile;

/** The executable jar of a service, as the build left it. */
final class ServiceJar {

    private ServiceJar() {}

    /** The newest jar of the service that can be started by itself. */
    static Path of(String service) {
        var target = ProjectFolder.locate().resolve(service).resolve("target");
        if (!Files.isDirectory(target)) {
            throw notBuilt(service);
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith(service + "-"))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .filter(ServiceJar::isExecutable)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> notBuilt(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
