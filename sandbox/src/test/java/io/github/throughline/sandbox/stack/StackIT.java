package io.github.throughline.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.KafkaTopics;
import io.github.throughline.backing.ProjectFolder;
import io.github.throughline.sandbox.cli.Throughline;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One sandbox without services, through the whole of its life: what one test leaves, the next goes on with. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {

    private static final List<Topic> PARTNER = Topics.partner("kept-clinic");

    @TempDir
    static Path directory;

    private final SandboxFolder folder = new SandboxFolder(directory);

    @Test
    @Order(1)
    void whatAKilledSandboxLeftRunningIsEndedByTheNext() {
        // Given
        var daemon = startDaemon();
        awaitThatItSays(daemon, RunFile::ready);
        var left = RunFile.read(folder.runFile()).orElseThrow();
        makePartnerTopics(left);

        // When
        daemon.kill();
        long leftAlive = alive(left);
        Stack.open(folder, false, List.of(), Progress.silent()).close();

        // Then
        assertThat(leftAlive).isEqualTo(5);
        await().until(() -> alive(left) == 0);
    }

    @Test
    @Order(2)
    void startsTheGroundOnTheDataThatItKeptFurnishesItAndEndsIt() throws Exception {
        // Given
        var steps = new CopyOnWriteArrayList<String>();
        RunFile run;

        // When
        try (var stack =
                Stack.open(folder, false, List.of(), (component, state, since) -> steps.add(component + " " + state))) {
            stack.start();
            run = RunFile.read(folder.runFile()).orElseThrow();

            // Then
            assertThat(run.ready()).isTrue();
            assertThat(run.components())
                    .extracting(RunFile.Entry::name)
                    .containsExactly("postgres", "kafka", "registry", "identity", "sinks");
            assertThat(alive(run)).isEqualTo(5);
            assertThat(topicsOf(stack))
                    .contains(
                            Topics.PLAN.name(),
                            Topics.deadLetters("plan-service").name())
                    .contains(PARTNER.getFirst().name());
            assertThatThrownBy(() -> Stack.open(folder, false, List.of(), Progress.silent()))
                    .hasMessageContaining("a sandbox runs already");
            onePartIsEndedByForceAndStartedAgain(stack);
        }
        assertThat(alive(run)).isZero();
        assertThat(steps).contains("kafka READY", "kafka STOPPED", "identity READY", "identity STOPPED");
    }

    private static void onePartIsEndedByForceAndStartedAgain(Stack stack) {
        stack.kill("identity");
        assertThat(stack.isAlive("identity")).isFalse();
        stack.restart("identity");
        try (var identity = stack.identity()) {
            assertThat(identity.token("patient-1", "patient")).isNotEmpty();
        }
    }

    @Test
    @Order(3)
    void endedWhileItStartsItLeavesNothingRunning() {
        // Given
        var stack = Stack.open(folder, false, List.of(), Progress.silent());
        var failed = CompletableFuture.runAsync(stack::start);
        await().until(() -> stack.isAlive("registry"));

        // When
        stack.close();

        // Then
        assertThat(failed).failsWithin(Duration.ofSeconds(60));
        assertThat(List.of("postgres", "kafka", "registry", "identity", "sinks"))
                .noneMatch(stack::isAlive);
    }

    @Test
    @Order(4)
    void downEndsTheOneThatAnotherProcessStarted() {
        // Given
        var daemon = startDaemon();
        awaitThatItSays(
                daemon,
                run -> run.components().stream().anyMatch(any -> any.name().equals("sinks")));

        // When
        int ended = Throughline.commandLine(folder).execute("down");
        int again = Throughline.commandLine(folder).execute("down");

        // Then
        assertThat(ended).isZero();
        assertThat(again).isZero();
        assertThat(daemon.isAlive()).isFalse();
        assertThat(alive(RunFile.read(folder.runFile()).orElseThrow())).isZero();
    }

    @Test
    @Order(5)
    void keepsItsDataUntilItIsToForgetThem() {
        // Given
        var data = folder.backing().resolve("kafka");
        assertThat(data).exists();

        // When
        Stack.open(folder, true, List.of(), Progress.silent()).close();

        // Then
        assertThat(data).doesNotExist();
    }

    private ChildProcess startDaemon() {
        return ChildProcess.start(new ChildProcess.Launch(
                "daemon",
                List.of(
                        ChildProcess.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dthroughline.home=" + ProjectFolder.locate(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GroundDaemon.class.getName(),
                        directory.toString()),
                directory.resolve("daemon.log")));
    }

    /** What stands in the file may be of an earlier one. */
    private void awaitThatItSays(ChildProcess daemon, Predicate<RunFile> wanted) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> RunFile.read(folder.runFile())
                        .filter(run -> run.supervisor().pid() == daemon.pid())
                        .filter(wanted)
                        .isPresent());
    }

    private static long alive(RunFile run) {
        return run.components().stream()
                .filter(entry -> entry.identity().alive().isPresent())
                .count();
    }

    private static void makePartnerTopics(RunFile run) {
        var kafka = run.components().stream()
                .filter(entry -> entry.name().equals("kafka"))
                .findFirst()
                .orElseThrow();
        new KafkaTopics(kafka.url())
                .create(PARTNER.stream()
                        .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                        .toList());
    }

    private static Set<String> topicsOf(Stack stack) throws Exception {
        try (var admin = new KafkaTopics(stack.endpoints().bootstrapServers()).admin()) {
            return admin.listTopics().names().get(60, TimeUnit.SECONDS);
        }
    }
}
