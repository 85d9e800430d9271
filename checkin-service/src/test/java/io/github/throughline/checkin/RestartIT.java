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
import java.util.List;
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
    void whatFellDueWhileTheServiceWasDownIsToldOnceItIsBack() {
        // Given: a restart as short as this is no outage
        var home = new Home(Map.of("throughline.outage.threshold", "10m"));
        Instant start = RunningService.BEGINNING;
        var course = Course.in("America/New_York");
        try (var service = RunningService.start(home, start)) {
            course.open(WRITER, start).plan(WRITER, start, every(1, "NPRS"));
            course.awaitOpenCheckin(service);
            service.settle();
        }

        // When
        try (var service = RunningService.start(home, start.plus(Duration.ofDays(8)))) {
            service.settle();
        }

        // Then
        assertThat(CHECKINS.awaitCount(course.key(), 4))
                .extracting(CheckinChanged::getFact)
                .containsExactly(CheckinFact.OPENED, CheckinFact.REPORT_DUE, CheckinFact.MISSED, CheckinFact.OPENED);
    }

    @Test
    void theGraceIsLongerByTheTimeThatTheServiceWasDown() {
        // Given
        var home = new Home(Map.of("throughline.outage.threshold", "500ms", "throughline.outage.heartbeat", "100ms"));
        Instant start = RunningService.BEGINNING;
        var course = Course.in("Europe/Zurich");
        Instant endsAt;
        try (var service = RunningService.start(home, start)) {
            course.open(WRITER, start).plan(WRITER, start, every(1, "NPRS"));
            endsAt =
                    Instant.parse(course.awaitOpenCheckin(service).get("endsAt").asString());
            service.moveTo(endsAt.plus(Duration.ofHours(1)));
            service.settle();
            awaitBeat(service, endsAt.plus(Duration.ofHours(1)));
        }

        // When: it comes back after the grace of 24 hours, having been down for 29
        Instant back = endsAt.plus(Duration.ofHours(30));
        try (var service = RunningService.start(home, back)) {
            awaitBeat(service, back);
            service.settle();

            // Then
            assertThat(service.get(course.path("/checkins?state=report-due"), course.patient())
                            .body()
                            .size())
                    .isEqualTo(1);
            service.moveTo(endsAt.plus(Duration.ofHours(24 + 29)));
            service.settle();
        }
        var missed = CHECKINS.awaitFirst(course.key(), fact -> fact.getFact() == CheckinFact.MISSED);
        assertThat(missed.getOccurredAt()).isEqualTo(endsAt.plus(Duration.ofHours(24 + 29)));
        assertThat(CHECKINS.recordsOf(course.key()))
                .extracting(CheckinChanged::getFact)
                .isEqualTo(List.of(CheckinFact.OPENED, CheckinFact.REPORT_DUE, CheckinFact.MISSED));
    }

    private static void awaitBeat(RunningService service, Instant careTime) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.count("heartbeat", "care_at >= ?", Timestamp.from(careTime)) == 1);
    }
}
