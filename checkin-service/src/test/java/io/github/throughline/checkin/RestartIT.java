package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Home;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RestartIT {

    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<CheckinChanged> CHECKINS = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class);

    @BeforeAll
    static void alone() {
        RunningService.endShared();
    }

    @AfterAll
    static void close() {
        WRITER.close();
        CHECKINS.close();
    }

    @Test
    void whatFellDueWhileTheServiceWasDownIsToldAndTheGraceIsLongerByThatTime() {
        // Given: one window has ended an hour ago, the other ends while the service is down
        var home = new Home(Map.of("throughline.outage.heartbeat", "100ms"));
        Instant start = RunningService.BEGINNING;
        var zurich = Course.in("Europe/Zurich");
        var newYork = Course.in("America/New_York");
        Instant endsAt;
        try (var service = RunningService.start(home, start)) {
            zurich.open(WRITER, start).plan(WRITER, start, every(1, "NPRS"));
            newYork.open(WRITER, start).plan(WRITER, start, every(1, "NPRS"));
            newYork.awaitOpenCheckin(service);
            endsAt =
                    Instant.parse(zurich.awaitOpenCheckin(service).get("endsAt").asString());
            service.moveTo(endsAt.plus(Duration.ofHours(1)));
            service.settle();
            awaitBeat(service, endsAt.plus(Duration.ofHours(1)));
        }

        home.execute("update heartbeat set machine_at = machine_at - interval '1 hour'");

        // When: it comes back after the grace of 24 hours, having been down for 29
        Instant back = endsAt.plus(Duration.ofHours(30));
        try (var service = RunningService.start(home, back)) {
            awaitBeat(service, back);
            service.settle();

            // Then
            assertThat(service.get(zurich.path("/checkins?state=report-due"), zurich.patient())
                            .body()
                            .size())
                    .isEqualTo(1);
            service.moveTo(endsAt.plus(Duration.ofHours(24 + 29)));
            service.settle();
        }
        var missed = CHECKINS.awaitFirst(zurich.key(), fact -> fact.getFact() == CheckinFact.MISSED);
        assertThat(missed.getOccurredAt()).isEqualTo(endsAt.plus(Duration.ofHours(24 + 29)));
        assertThat(CHECKINS.recordsOf(zurich.key()))
                .extracting(CheckinChanged::getFact)
                .containsExactly(CheckinFact.OPENED, CheckinFact.REPORT_DUE, CheckinFact.MISSED);
        var due = CHECKINS.awaitFirst(newYork.key(), fact -> fact.getFact() == CheckinFact.REPORT_DUE);
        assertThat(due.getOccurredAt()).isEqualTo(endsAt.plus(Duration.ofHours(6)));
    }

    private static void awaitBeat(RunningService service, Instant careTime) {
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> service.count("heartbeat", "care_at >= ?", Timestamp.from(careTime)) == 1);
    }
}
