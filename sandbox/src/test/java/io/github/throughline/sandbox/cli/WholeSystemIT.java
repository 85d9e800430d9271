package io.github.throughline.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.sandbox.client.Escalations;
import io.github.throughline.sandbox.client.Person;
import io.github.throughline.sandbox.replay.HistoryFile;
import io.github.throughline.sandbox.replay.Replay;
import io.github.throughline.sandbox.report.Accounting;
import io.github.throughline.sandbox.report.Report;
import io.github.throughline.sandbox.simulation.Population;
import io.github.throughline.sandbox.sink.Webhook;
import io.github.throughline.sandbox.stack.Progress;
import io.github.throughline.sandbox.stack.RebuildJob;
import io.github.throughline.sandbox.stack.RunningStack;
import io.github.throughline.sandbox.stack.SandboxFolder;
import io.github.throughline.sandbox.stack.Stack;
import io.github.throughline.sandbox.watch.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** All services and all servers as processes of their own, started once; what one test finds, the next looks at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeSystemIT {

    private static final SandboxFolder SYSTEM = new SandboxFolder(Path.of("target", "whole-system"));
    private static final int WEEKS = 10;
    private static final Duration STEP = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("");

    private @Nullable Stack stack;

    @BeforeAll
    void start() {
        stack = Stack.open(SYSTEM, true, Progress.printedTo(System.out));
        stack.start();
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void aReplayFindsWhatABacktestOfTheSameReadingsFinds() throws IOException {
        try (var session = Session.with(stack())) {
            // Given
            var file = Files.write(folder.resolve("histories.csv"), histories());
            var histories = HistoryFile.read(file, 100, Instant.now());
            var replay = new Replay(histories, session.staff(), session.clients(), session.driver(), session.ledger());

            // When
            replay.live(now -> {});

            // Then
            var report =
                    Accounting.report("replay", Map.of(), session.collecting().of(replay.arrangement()), Map.of());
            assertClean(report);
            assertThat(report.readings())
                    .isEqualTo(new Report.Readings(histories.lines(), histories.lines(), 0, Map.of()));
            var comparison = replay.compare(session.ledger().facts(Fact.Escalation.class));
            assertThat(comparison.backtest()).isPositive();
            assertThat(comparison.differences()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void nothingIsLostOrDoubledWhenTheDetectorAndTheRelaysServiceAreKilledInTheMiddleOfALoad() {
        try (var session = Session.with(stack())) {
            // Given
            var load = new Load(session, Instant.now());
            load.prepare();
            int all = Load.PATIENTS * Load.READINGS_EACH;

            // When
            var sending = CompletableFuture.runAsync(load::send);
            await().atMost(PATIENCE).until(() -> load.accepted() > all / 8);
            stack().kill("stall-detector");
            int sentBefore = load.accepted();
            long retriedBefore = session.clients().retries();
            stack().kill("checkin-service");
            await().atMost(PATIENCE).until(() -> session.clients().retries() > retriedBefore);
            stack().restart("checkin-service");
            await().atMost(PATIENCE).until(() -> load.accepted() > sentBefore + Load.PATIENTS);
            boolean isInTheMiddle = !sending.isDone();
            stack().restart("stall-detector");
            sending.join();
            session.driver().awaitQuiet();

            // Then
            assertThat(isInTheMiddle).isTrue();
            var report =
                    Accounting.report("load", Map.of(), session.collecting().of(load.arrangement()), Map.of());
            assertClean(report);
            assertThat(report.readings()).isEqualTo(new Report.Readings(all, all, 0, Map.of()));
            assertThat(report.escalations().total()).isGreaterThanOrEqualTo(Load.PATIENTS);
        }
    }

    @Test
    @Order(3)
    void nothingIsLostOrDoubledWhenServicesAreKilledAndMailsAndHooksRefusedWhilePatientsGoOn()
            throws InterruptedException {
        try (var session = Session.with(stack())) {
            // Given
            var demo = new Demo(session, Population.of(3, 16, WEEKS), Instant.now(), STEP);
            var mishaps = new Mishaps(stack(), demo.start());
            session.sinks().failMails(3);
            session.sinks().failWebhooks(Session.HOOK, 2, 503);

            // When
            var report = demo.run(mishaps::after);

            // Then
            mishaps.awaitAll();
            assertThat(mishaps.count()).isEqualTo(4);
            assertClean(report);
            assertThat(report.checkins().submitted()).isGreaterThan(100);
            assertThat(report.readings().recorded()).isEqualTo(report.readings().sent());
            assertThat(report.escalations().total()).isGreaterThan(4);
            assertThat(report.notices().byChannel()).containsKeys("email", "partner-topic");
            theFirstEventOfAPartnerIsTakenInOrComesBack(session, demo);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(triesOfRefusedHooks(session))
                            .isNotEmpty()
                            .allSatisfy(WholeSystemIT::cameAgainAsItWasAndWasTaken));
        }
    }

    @Test
    @Order(4)
    void aCoordinatorOpensAnEscalationSeesTheChartAcknowledgesAndDecides() {
        try (var session = Session.with(stack())) {
            session.driver().letRun(Instant.now());
            var walk = new ConsoleWalk(stack().consoleUrl());

            walk.run(plateauThatNobodyAcknowledged(session));
        }
    }

    @Test
    @Order(5)
    void aPatientAnswersByTheLinkOnceThoughTheNetworkIsCut() {
        try (var session = Session.with(stack())) {
            // Given
            session.driver().letRun(Instant.now());
            var onPhone = PatientWithLink.enrolled(session);
            var atDesk = PatientWithLink.enrolled(session);

            // When
            new PatientPageWalk(onPhone, 360).answer();
            new PatientPageWalk(atDesk, 1440).answer();

            // Then
            new PatientPageWalk(onPhone, 360).comeAgain();
            new PatientPageWalk(onPhone, 1440).comeWithAnotherLink();
            for (var patient : List.of(onPhone, atDesk)) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(patient.readings()).isNotEmpty());
                session.driver().awaitQuiet();
                assertThat(patient.readings()).containsExactly("NPRS");
                assertThat(patient.submissions()).isEqualTo(1);
            }
        }
    }

    @Test
    @Order(6)
    void thePeopleAtAnotherTerminalSeeWhatRunsAndGetTokens() throws Exception {
        new CommandWalk(SYSTEM, stack().consoleUrl()).run();
    }

    @Test
    @Order(7)
    void aRebuildIsToldToNobodyAndTheNextChangeOnce() {
        try (var session = Session.with(stack())) {
            // Given
            session.driver().letRun(Instant.now());
            session.driver().awaitQuiet();
            var escalations = session.clients().escalations();
            UUID open = plateauThatNobodyAcknowledged(session);
            int version = escalations.one(open).get("escalation").get("version").asInt();
            var before = newsOf(escalations);

            // When: its state is made anew
            stack().stop("stall-detector");
            RebuildJob.run(RunningStack.in(SYSTEM).orElseThrow());
            stack().restart("stall-detector");
            session.driver().awaitQuiet();

            // Then
            assertThat(newsOf(escalations)).isEqualTo(before);

            // When: something changes
            escalations.decide(Person.physician("physician"), open, "CONTINUE_AND_WATCH");

            // Then
            await().atMost(PATIENCE).until(() -> newsOf(escalations).size() > before.size());
            session.driver().awaitQuiet();
            assertThat(newsOf(escalations))
                    .filteredOn(notice -> !before.contains(notice))
                    .isNotEmpty()
                    .allSatisfy(notice -> assertThat(notice).startsWith(open + " " + (version + 1) + " RESOLVED"))
                    .doesNotHaveDuplicates();
            assertThat(mailsOfTheEnd(session, open)).isEqualTo(1);
        }
    }

    /** Of which version of which escalation whom was told; without reminders, which come with time. */
    private static List<String> newsOf(Escalations escalations) {
        return escalations.allNotices().stream()
                .filter(notice -> Set.of("RAISED", "UPDATED", "RESOLVED", "WITHDRAWN")
                        .contains(notice.get("kind").asString()))
                .map(notice -> "%s %d %s %s"
                        .formatted(
                                notice.get("escalationId").asString(),
                                notice.get("version").asInt(),
                                notice.get("kind").asString(),
                                notice.get("recipient").asString()))
                .toList();
    }

    private static long mailsOfTheEnd(Session session, UUID escalationId) {
        return session.sinks().mailsAfter(0).stream()
                .filter(mail -> mail.subject().contains("was resolved"))
                .filter(mail -> mail.body().contains("/console/escalations/" + escalationId))
                .count();
    }

    private static UUID plateauThatNobodyAcknowledged(Session session) {
        return session.clients().escalations().open(Person.coordinator("coordinator")).stream()
                .filter(view -> !view.hasNonNull("acknowledgement"))
                .map(view -> view.get("escalation"))
                .filter(escalation -> escalation.get("rule").asString().equals("plateau"))
                .map(escalation -> UUID.fromString(escalation.get("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    /** With what the documents tell partners to send. */
    private static void theFirstEventOfAPartnerIsTakenInOrComesBack(Session session, Demo demo) {
        var example = PartnerExample.ofTheDocuments();
        var lab = session.staff().lab();
        var now = demo.simulation().now();
        session.clients()
                .partners()
                .write(lab, example.reading("known", demo.simulation().aPatientOfTheLab(), now));
        session.clients().partners().write(lab, example.reading("unknown", example.patient(), now));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(session.ledger().facts(Fact.Outcome.class))
                    .filteredOn(outcome -> outcome.recordId().equals("known"))
                    .extracting(Fact.Outcome::measure)
                    .containsExactly(example.measure());
            assertThat(session.ledger().facts(Fact.Rejection.class))
                    .filteredOn(rejection -> rejection.recordId().equals(Optional.of("unknown")))
                    .extracting(Fact.Rejection::code)
                    .containsExactly("UNKNOWN_PATIENT");
        });
    }

    /** Tries of each notice whose first was refused, in their order. */
    private static Collection<List<Webhook>> triesOfRefusedHooks(Session session) {
        return session.sinks().webhooksAfter(0).stream().collect(Collectors.groupingBy(Webhook::id)).values().stream()
                .filter(tries -> tries.getFirst().status() == 503)
                .toList();
    }

    private static void cameAgainAsItWasAndWasTaken(List<Webhook> tries) {
        assertThat(tries.getLast().status()).isEqualTo(204);
        assertThat(tries)
                .extracting(Webhook::body)
                .containsOnly(tries.getFirst().body());
    }

    private static void assertClean(Report report) {
        assertThat(report.findings()).isEmpty();
        assertThat(report.isClean()).isTrue();
    }

    /** Patients who do not recover, who do, and who fall back; with readings between two check-ins. */
    private static List<String> histories() {
        var lines = new ArrayList<>(List.of("patient_id,day,measure,value"));
        for (int week = 0; week <= 12; week++) {
            int day = 7 * week;
            lines.add("p-101,%d,BDI,%d".formatted(day, 28 + week % 3));
            lines.add("p-102,%d,BDI,%d".formatted(day, Math.max(4, 28 - 3 * week)));
            lines.add("p-103,%d,BDI,%d".formatted(day, week < 8 ? Math.max(6, 30 - 4 * week) : 29));
            lines.add("p-104,%d,BDI,%d".formatted(day, 27));
            lines.add("p-104,%d,PHQ-9,%d".formatted(day, 17 - week % 2));
            if (week % 3 == 1) {
                lines.add("p-101,%d,BDI,%d".formatted(day + 5, 29));
                lines.add("p-101,%d,BDI,%d".formatted(day + 5, 27));
            }
        }
        return lines;
    }

    private Stack stack() {
        if (stack == null) {
            throw new IllegalStateException("not started");
        }
        return stack;
    }
}
