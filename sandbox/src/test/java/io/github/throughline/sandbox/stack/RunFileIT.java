package io.github.throughline.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.ProcessIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileIT {

    @TempDir
    Path directory;

    @Test
    void saysTheSameWhenReadAgain() {
        // Given
        var us = ProcessIdentity.of(ProcessHandle.current());
        var run = run(us, us);

        // When
        run.write(directory.resolve("run.json"));

        // Then
        assertThat(RunFile.read(directory.resolve("run.json"))).contains(run);
    }

    @Test
    void aSandboxWhoseSupervisorHasGoneDoesNotRun() {
        // Given
        var folder = new SandboxFolder(directory);
        var us = ProcessIdentity.of(ProcessHandle.current());
        var gone = new ProcessIdentity(us.pid(), us.startedAt().minusSeconds(60));

        // When
        run(gone, us).write(folder.runFile());

        // Then
        assertThat(RunningStack.in(folder)).isEmpty();
    }

    @Test
    void tellsWhichComponentsAreAlive() {
        // Given
        var folder = new SandboxFolder(directory);
        var us = ProcessIdentity.of(ProcessHandle.current());
        var child = ChildProcess.start(
                new ChildProcess.Launch("sleeper", List.of("sleep", "60"), directory.resolve("sleeper.log")));
        run(us, child.identity()).write(folder.runFile());
        var running = RunningStack.in(folder).orElseThrow();

        // When
        var before = running.status().getFirst().isAlive();
        child.kill();
        var after = running.status().getFirst().isAlive();

        // Then
        assertThat(before).isTrue();
        assertThat(after).isFalse();
    }

    private RunFile run(ProcessIdentity supervisor, ProcessIdentity component) {
        var entry = new RunFile.Entry(
                "plan-service",
                component.pid(),
                component.startedAt(),
                Map.of("api", 8082),
                "http://127.0.0.1:8082",
                "plan-service.log");
        return new RunFile(supervisor, true, "http://127.0.0.1:8085", directory.toString(), List.of(entry));
    }
}
