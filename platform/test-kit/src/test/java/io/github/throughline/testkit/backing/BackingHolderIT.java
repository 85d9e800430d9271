package io.github.throughline.testkit.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingHolderIT {

    @TempDir
    Path directory;

    @Test
    void aLaterTestProcessOfTheBuildFindsTheSameServers() {
        assertThat(HeldBacking.attach()).isEqualTo(HeldBacking.attach());
    }

    @Test
    void theServersEndWithTheBuildThatTheyAreFor() {
        // Given
        var build = sleeper();
        var mine = directory.resolve("mine");
        var state = HeldBacking.startHolder(mine, build.identity());

        // When
        build.kill();

        // Then
        await().until(() -> state.holder().alive().isEmpty());
        assertThat(mine).doesNotExist();
    }

    @Test
    void whatAKilledHolderLeftBehindIsEnded() throws IOException {
        // Given
        var left = sleeper();
        var ended = new ProcessIdentity(
                ProcessHandle.current().pid(), left.startedAt().minusSeconds(86_400));
        var folder = Files.createDirectories(directory.resolve("of-1"));
        Files.writeString(
                folder.resolve("state.properties"),
                properties("holder", ended)
                        + properties("postgres", ended)
                        + properties("kafka", left.identity())
                        + properties("registry", ended));

        // When
        HeldBacking.removeLeftovers(directory);

        // Then
        assertThat(left.isAlive()).isFalse();
        assertThat(folder).doesNotExist();
    }

    private static String properties(String name, ProcessIdentity process) {
        return name + ".pid=" + process.pid() + "\n" + name + ".startedAt=" + process.startedAt() + "\n";
    }

    private ChildProcess sleeper() {
        return ChildProcess.start(
                new ChildProcess.Launch("sleeper", List.of("sleep", "300"), directory.resolve("sleeper.log")));
    }
}
