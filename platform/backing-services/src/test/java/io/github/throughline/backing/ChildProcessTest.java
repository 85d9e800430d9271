package io.github.throughline.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path directory;

    @Test
    void aProcessThatEndsEarlySaysWhyByItsLog() {
        // Given
        var child = ChildProcess.start(launch("short", ChildProcess.java(), "-XX:NoSuchFlag"));

        // When, Then
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(30)))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("ended with status 1")
                .hasMessageContaining("NoSuchFlag");
    }

    @Test
    void aProcessThatNeverAnswersIsNotReady() {
        // Given
        var child = ChildProcess.start(launch("slow", "sleep", "60"));

        // When, Then
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(300)))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("slow")
                .hasMessageContaining("was not ready within");
        child.kill();
    }

    @Test
    void endsTheProcessItKnows() {
        // Given
        var child = ChildProcess.start(launch("sleeper", "sleep", "60"));

        // When
        child.identity().end(Duration.ofSeconds(10));

        // Then
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void leavesAnotherProcessWithTheSamePidAlone() {
        // Given
        var child = ChildProcess.start(launch("sleeper", "sleep", "60"));
        var another = new ProcessIdentity(child.pid(), child.startedAt().minusSeconds(3600));

        // When
        another.end(Duration.ofSeconds(1));

        // Then
        assertThat(another.alive()).isEmpty();
        assertThat(child.isAlive()).isTrue();
        child.kill();
    }

    private ChildProcess.Launch launch(String name, String... command) {
        return new ChildProcess.Launch(name, List.of(command), directory.resolve(name + ".log"));
    }
}
