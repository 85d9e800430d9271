package io.github.throughline.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.KafkaTopics;
import io.github.throughline.backing.ProjectFolder;
import io.github.throughline.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {

    @TempDir
    Path directory;

    @Test
    void startsTheGroundFurnishesItAndEndsIt() throws Exception {
        // Given
        var folder = new SandboxFolder(directory);
        var steps = new ArrayList<String>();
        RunFile run;

        // When
        try (var stack = Stack.open(folder, false, List.of(), (component, state, since) -> {
            synchronized (steps) {
                steps.add(component + " " + state);
            }
        })) {
            stack.start();
            run = RunFile.read(folder.runFile()).orElseThrow();

            // Then
            assertThat(run.ready()).isTrue();
            assertThat(run.components())
                    .extracting(RunFile.Entry::name)
                    .containsExactly("postgres", "kafka", "registry", "identity", "sinks");
            assertThat(run.components())
                    .allMatch(entry -> entry.identity().alive().isPresent());
            assertThat(topicsOf(stack))
                    .contains(
                            Topics.PLAN.name(),
                            Topics.deadLetters("plan-service").name());
            assertThatThrownBy(() -> Stack.open(folder, false, List.of(), Progress.silent()))
                    .hasMessageContaining("a sandbox runs already");
        }
        assertThat(run.components()).noneMatch(entry -> entry.identity().alive().isPresent());
        assertThat(steps).contains("kafka READY", "kafka STOPPED", "identity READY", "identity STOPPED");
    }

    @Test
    void whatAKilledSandboxLeftRunningIsEndedByTheNext() {
        // Given
        var folder = new SandboxFolder(directory);
        var daemon = ChildProcess.start(new ChildProcess.Launch(
                "daemon",
                List.of(
                        ChildProcess.java(),
                        "-Dthroughline.home=" + ProjectFolder.locate(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GroundDaemon.class.getName(),
                        directory.toString()),
                directory.resolve("daemon.log")));
        daemon.awaitReady(
                () -> RunningStack.in(folder)
                        .filter(stack -> stack.run().ready())
                        .isPresent(),
                Duration.ofSeconds(120));
        var left = RunFile.read(folder.runFile()).orElseThrow();

        // When
        daemon.kill();
        var leftAlive = left.components().stream()
                .filter(entry -> entry.identity().alive().isPresent())
                .count();
        Stack.open(folder, false, List.of(), Progress.silent()).close();

        // Then
        assertThat(leftAlive).isEqualTo(5);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> left.components().stream()
                        .noneMatch(entry -> entry.identity().alive().isPresent()));
    }

    @Test
    void keepsItsDataOverAKillAndTheNextStartUntilItIsToForgetThem() throws Exception {
        // Given
        var folder = new SandboxFolder(directory);
        var partner = Topics.partner("kept-clinic");
        boolean wasAlive;
        String token;
        try (var first = Stack.open(folder, false, List.of(), Progress.silent())) {
            first.start();
            first.makeTopics(partner);
            first.kill("identity");
            wasAlive = first.isAlive("identity");
            first.restart("identity");
            try (var identity = first.identity()) {
                token = identity.token("patient-1", "patient");
            }
        }

        // When
        Set<String> kept;
        try (var second = Stack.open(folder, false, List.of(), Progress.silent())) {
            second.start();
            kept = topicsOf(second);
        }
        Stack.open(folder, true, List.of(), Progress.silent()).close();

        // Then
        assertThat(wasAlive).isFalse();
        assertThat(token).isNotEmpty();
        assertThat(kept).contains(partner.getFirst().name());
        assertThat(folder.backing().resolve("kafka")).doesNotExist();
    }

    @Test
    void endedWhileItStartsItLeavesNothingRunning() throws Exception {
        // Given
        var folder = new SandboxFolder(directory);
        var stack = Stack.open(folder, false, List.of(), Progress.silent());
        var failed = CompletableFuture.runAsync(stack::start);
        await().atMost(Duration.ofSeconds(60)).until(() -> stack.isAlive("registry"));

        // When
        stack.close();

        // Then
        assertThat(failed).failsWithin(Duration.ofSeconds(30));
        assertThat(List.of("postgres", "kafka", "registry", "identity", "sinks"))
                .noneMatch(stack::isAlive);
    }

    private static Set<String> topicsOf(Stack stack) throws Exception {
        try (var admin = new KafkaTopics(stack.endpoints().bootstrapServers()).admin()) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }
}
