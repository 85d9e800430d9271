package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MissedCheckinsIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<CheckinChanged> CHECKINS = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class);
    private static final TopicProbe<OutcomeRecorded> OUTCOMES = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class);

    @AfterAll
    static void close() {
        WRITER.close();
        CHECKINS.close();
        OUTCOMES.close();
    }

    @Test
    void weeksOfSilenceAreToldInOrderThoughCareTimeJumpedOverThem() {
        // Given
        var course = started();
        course.awaitOpenCheckin(SERVICE);

        // When
        SERVICE.moveAndSettle(Duration.ofDays(15));

        // Then
        var facts = CHECKINS.awaitCount(course.key(), 7);
        assertThat(facts)
                .extracting(CheckinChanged::getFact)
                .startsWith(
                        CheckinFact.OPENED,
                        CheckinFact.REPORT_DUE,
                        CheckinFact.MISSED,
                        CheckinFact.OPENED,
                        CheckinFact.REPORT_DUE,
                        CheckinFact.MISSED,
                        CheckinFact.OPENED);
        assertThat(facts).extracting(CheckinChanged::getOccurredAt).isSorted();
        assertThat(facts.get(2).getOccurredAt()).isEqualTo(facts.get(2).getGraceEndsAt());
    }

    @Test
    void aLateSubmissionTakesTheMissBack() {
        // Given
        var course = started();
        String checkinId = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();
        SERVICE.moveAndSettle(Duration.ofDays(5));
        CHECKINS.awaitFirst(course.key(), fact -> fact.getFact() == CheckinFact.MISSED);

        // When
        var answer = SERVICE.post(
                course.path("/checkins/" + checkinId + "/submission"),
                Map.of("answers", List.of(Map.of("measure", "NPRS", "items", Map.of("1", 3)))),
                course.patient());

        // Then
        assertThat(answer.body().get("state").asString()).isEqualTo("submitted-late");
        var late = CHECKINS.awaitFirst(course.key(), fact -> fact.getFact() == CheckinFact.SUBMITTED_LATE);
        assertThat(late.getVersion()).isEqualTo(4);
    }

    @Test
    void anEpisodeThatTheDatabaseRefusesHoldsUpNoOther() {
        // Given
        var refused = started();
        var other = started();
        refused.awaitOpenCheckin(SERVICE);
        other.awaitOpenCheckin(SERVICE);
        SERVICE.home()
                .execute("alter table checkin add constraint refused check (episode_id <> '%s') not valid"
                        .formatted(refused.episodeId));

        // When
        SERVICE.move(Duration.ofDays(5));

        // Then
        try {
            CHECKINS.awaitFirst(other.key(), fact -> fact.getFact() == CheckinFact.MISSED);
        } finally {
            SERVICE.home().execute("alter table checkin drop constraint refused");
            SERVICE.home().execute("update schedule set held_until = null");
        }
        CHECKINS.awaitFirst(refused.key(), fact -> fact.getFact() == CheckinFact.MISSED);
        SERVICE.settle();
    }

    @Test
    void anUnscheduledReadingAnswersTheWindowOnceHoweverOftenItIsSent() {
        // Given
        var course = started();
        course.awaitOpenCheckin(SERVICE);
        var reading = Map.of(
                "recordId",
                "app-1",
                "measure",
                "NPRS",
                "observedAt",
                SERVICE.now().toString(),
                "items",
                Map.of("1", 5));

        // When
        var first = SERVICE.post(course.path("/readings"), reading, course.patient());
        var again = SERVICE.post(course.path("/readings"), reading, course.patient());
        var other = SERVICE.post(
                course.path("/readings"),
                Map.of(
                        "recordId",
                        "app-1",
                        "measure",
                        "NPRS",
                        "observedAt",
                        SERVICE.now().toString(),
                        "items",
                        Map.of("1", 6)),
                course.patient());

        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("DUPLICATE_RECORD_ID");
        SERVICE.settle();
        assertThat(OUTCOMES.awaitCount(course.key(), 1)).hasSize(1);
        assertThat(CHECKINS.awaitCount(course.key(), 2))
                .extracting(CheckinChanged::getFact)
                .containsExactly(CheckinFact.OPENED, CheckinFact.SUBMITTED);
    }

    @Test
    void aStoppedPlanAsksNothingMore() {
        // Given
        Instant now = SERVICE.now();
        var course = started();
        course.awaitOpenCheckin(SERVICE);

        // When
        course.plan(WRITER, 1, 2, PlanVersionState.STOPPED, now, now, every(1, "NPRS"));
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> SERVICE.count("plan_version", "plan_id = ? and state = 'STOPPED'", course.planId) == 1);
        SERVICE.moveAndSettle(Duration.ofDays(15));

        // Then
        assertThat(CHECKINS.awaitCount(course.key(), 1)).hasSize(1);
        assertThat(SERVICE.get(course.path("/checkins?state=open"), course.patient())
                        .body()
                        .size())
                .isZero();
    }

    @Test
    void erasureLeavesNothingAndNothingLateComesBack() {
        // Given
        Instant now = SERVICE.now();
        var course = started();
        course.awaitOpenCheckin(SERVICE);

        // When
        course.episode(WRITER, EpisodeStatus.ERASED, now);
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> SERVICE.count("schedule", "episode_id = ?", course.episodeId) == 0);
        course.plan(WRITER, 2, 1, PlanVersionState.IN_FORCE, now, now, every(1, "NPRS"));
        var marker = started();
        marker.awaitOpenCheckin(SERVICE);

        // Then
        assertThat(SERVICE.count("plan_version", "episode_id = ?", course.episodeId))
                .isZero();
        assertThat(SERVICE.count("checkin", "episode_id = ?", course.episodeId)).isZero();
        assertThat(SERVICE.count("episode", "id = ? and document is not null", course.episodeId))
                .isZero();
    }

    @Test
    void anOperatorDeclaresAnOutageThatTakesAMissBack() {
        // Given
        var course = started();
        SERVICE.moveAndSettle(Duration.ofDays(4).plusHours(1));
        var missed = CHECKINS.awaitFirst(course.key(), fact -> fact.getFact() == CheckinFact.MISSED);

        // When
        var answer = SERVICE.post(
                "/outages",
                Map.of(
                        "from",
                                missed.getGraceEndsAt()
                                        .minus(Duration.ofHours(20))
                                        .toString(),
                        "until",
                                missed.getGraceEndsAt()
                                        .minus(Duration.ofHours(2))
                                        .toString()),
                TestTokens.bearer("operator-1", "operator"));

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("cause").asString()).isEqualTo("declared");
        var back = CHECKINS.awaitFirst(
                course.key(), fact -> fact.getFact() == CheckinFact.REPORT_DUE && fact.getVersion() == 4);
        assertThat(back.getGraceEndsAt()).isEqualTo(missed.getGraceEndsAt().plus(Duration.ofHours(18)));
        assertThat(SERVICE.post("/outages", Map.of(), course.patient()).status())
                .isEqualTo(403);
        assertThat(SERVICE.get("/outages", TestTokens.bearer("operator-1", "operator"))
                        .body()
                        .size())
                .isPositive();
    }

    private static Course started() {
        Instant now = SERVICE.now();
        return Course.in("Europe/Zurich").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
    }
}
