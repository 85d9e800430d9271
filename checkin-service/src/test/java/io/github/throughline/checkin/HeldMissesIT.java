package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.backing.KafkaTopics;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A miss is held for as long as what says that it is none may stand unread on a topic, behind what another holds up. */
class HeldMissesIT {

    private static final String HELD = "throughline.misses.held";

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<CheckinChanged> CHECKINS = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class);

    @AfterAll
    static void close() {
        WRITER.close();
        CHECKINS.close();
    }

    @Test
    void aCheckinIsNotMissedWhileAPartnersRecordForItIsOnItsWay() throws Exception {
        try (var partner = Partner.create(WRITER)) {
            // Given
            Instant now = SERVICE.now();
            var course = opened(partner.course("p-1"), "NPRS");
            var other = opened(course.another(), "BDI");

            // When
            try (var locked = LockedSchedule.of(other, SERVICE)) {
                partner.send(
                        Partner.outcome("r-0", "p-1", now).setMeasure("BDI").setTotal(9.0));
                partner.send(Partner.outcome("r-1", "p-1", now).setTotal(4.0));
                locked.awaitWaiting();
                awaitHeldDaysLater();
            }

            // Then
            CHECKINS.awaitFirst(course.key(), fact -> isOf(course, fact) && fact.getFact() == CheckinFact.SUBMITTED);
            awaitNothingHeld();
            assertThat(factsOf(course))
                    .containsExactly(CheckinFact.OPENED, CheckinFact.REPORT_DUE, CheckinFact.SUBMITTED);
        }
    }

    @Test
    void aMissIsHeldNoLongerForATopicThatIsDeleted() throws Exception {
        try (var deleted = Partner.create(WRITER);
                var partner = Partner.create(WRITER)) {
            // Given: one partner's record holds up the reader of both topics
            Instant now = SERVICE.now();
            var course = opened(Course.in("Europe/Zurich"), "NPRS");
            var other = opened(partner.course("p-2"), "NPRS");

            // When
            try (var locked = LockedSchedule.of(other, SERVICE);
                    var admin = new KafkaTopics(TestBacking.shared().bootstrapServers()).admin()) {
                partner.send(Partner.outcome("r-2", "p-2", now).setTotal(4.0));
                locked.awaitWaiting();
                deleted.send(Partner.outcome("r-3", "nobody", now).setTotal(4.0));
                awaitHeldDaysLater();
                admin.deleteTopics(List.of(deleted.outcomes.name())).all().get();
            }

            // Then
            CHECKINS.awaitFirst(course.key(), fact -> fact.getFact() == CheckinFact.MISSED);
            awaitNothingHeld();
        }
    }

    @Test
    void aCheckinIsNotMissedWhileTheEndOfItsEpisodeIsOnItsWay() throws Exception {
        // Given
        Instant now = SERVICE.now();
        var course = opened(Course.in("Europe/Zurich"), "NPRS");
        var other = opened(course.another(), "BDI");

        // When
        try (var locked = LockedSchedule.of(other, SERVICE)) {
            other.episode(WRITER, EpisodeStatus.OPEN, now);
            locked.awaitWaiting();
            course.episode(WRITER, EpisodeStatus.CLOSED, now);
            awaitHeldDaysLater();
        }

        // Then
        awaitNothingHeld();
        assertThat(factsOf(course)).containsExactly(CheckinFact.OPENED, CheckinFact.REPORT_DUE);
    }

    @Test
    void aCheckinIsNotMissedWhileTheEndOfItsPlanIsOnItsWay() throws Exception {
        // Given
        Instant now = SERVICE.now();
        var course = opened(Course.in("Europe/Zurich"), "NPRS");
        var other = opened(course.another(), "BDI");

        // When
        try (var locked = LockedSchedule.of(other, SERVICE)) {
            other.plan(WRITER, 1, 2, PlanVersionState.STOPPED, now, now, every(1, "BDI"));
            locked.awaitWaiting();
            course.plan(WRITER, 1, 2, PlanVersionState.STOPPED, now, now, every(1, "NPRS"));
            awaitHeldDaysLater();
        }

        // Then
        awaitNothingHeld();
        assertThat(factsOf(course)).containsExactly(CheckinFact.OPENED, CheckinFact.REPORT_DUE);
    }

    private static Course opened(Course course, String measure) {
        Instant now = SERVICE.now();
        course.open(WRITER, now).plan(WRITER, now, every(1, measure)).awaitOpenCheckin(SERVICE);
        return course;
    }

    /** Goes on to after the end of every grace. */
    private static void awaitHeldDaysLater() {
        SERVICE.move(Duration.ofDays(5));
        Awaitility.await().atMost(RunningService.PATIENCE).until(() -> SERVICE.metric(HELD) > 0);
    }

    private static void awaitNothingHeld() {
        SERVICE.settle();
        Awaitility.await().atMost(RunningService.PATIENCE).until(() -> SERVICE.metric(HELD) == 0);
    }

    private static List<CheckinFact> factsOf(Course course) {
        return CHECKINS.recordsOf(course.key()).stream()
                .filter(fact -> isOf(course, fact))
                .map(CheckinChanged::getFact)
                .toList();
    }

    private static boolean isOf(Course course, CheckinChanged fact) {
        return fact.getEpisodeId().equals(course.episodeId);
    }
}
