package io.github.throughline.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code .mvn/jdk.sh}, which everything that the project starts stands on. No machine has the version wanted here. */
@DisabledOnOs(OS.WINDOWS)
class JdkSearchTest {

    private static final int WANTED = 999;

    @TempDir
    Path directory;

    @Test
    void aJavaHomeThatIsNewEnoughIsKept() throws Exception {
        // Given
        var home = jdk("newer", WANTED + 1);

        // When
        var found = search(home, jdk("wanted", WANTED));

        // Then
        assertThat(found.output()).isEqualTo(home.toString());
    }

    @Test
    void anOlderJavaHomeGivesWayToTheJdkOnThePath() throws Exception {
        // Given
        var onPath = jdk("wanted", WANTED);

        // When
        var found = search(jdk("older", WANTED - 1), onPath);

        // Then
        assertThat(found.output()).isEqualTo(onPath.toString());
    }

    @Test
    void withoutAnyItStopsAndSaysWhatToInstall() throws Exception {
        // When
        var found = search(jdk("older", WANTED - 1), directory.resolve("no-jdk"));

        // Then
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.output())
                .contains("Throughline needs a JDK of version 999 or newer")
                .contains("apt-get install openjdk-999-jdk")
                .contains("or set JAVA_HOME");
    }

    private record Found(int status, String output) {}

    /** Sources the script as mvnw does. */
    private Found search(Path javaHome, Path onPath) throws IOException, InterruptedException {
        var root = directory.resolve("project");
        Files.createDirectories(root.resolve(".mvn"));
        Files.writeString(root.resolve(".mvn/jdk-version"), WANTED + "\n");
        var script = ProjectFolder.locate().resolve(".mvn/jdk.sh");
        var shell = new ProcessBuilder("sh", "-euc", ". " + script + " && printf %s \"$JAVA_HOME\"")
                .redirectErrorStream(true);
        shell.environment().put("THROUGHLINE_ROOT", root.toString());
        shell.environment().put("JAVA_HOME", javaHome.toString());
        shell.environment().merge("PATH", onPath.resolve("bin") + ":", (old, first) -> first + old);
        var process = shell.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Found(process.waitFor(), output);
    }

    private Path jdk(String name, int version) throws IOException {
        var home = directory.toRealPath().resolve(name);
        var javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.writeString(javac, "#!/bin/sh\necho javac " + version + ".0.1\n");
        Files.setPosixFilePermissions(javac, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
