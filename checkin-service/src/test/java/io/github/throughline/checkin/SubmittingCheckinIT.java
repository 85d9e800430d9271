package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.checkin.SideEffectSeverity;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class SubmittingCheckinIT {

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
    void aSignedPlanOpensAWindowWhoseSubmissionReachesTheTopics() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.in("Europe/Zurich").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        var checkin = course.awaitOpenCheckin(SERVICE);

        // When
        var answer = SERVICE.post(
                submission(course, checkin.get("checkinId").asString()),
                Map.of(
                        "answers", List.of(Map.of("measure", "NPRS", "items", Map.of("1", 6))),
                        "sideEffects", List.of(Map.of("term", "nausea", "severity", "MODERATE")),
                        "adherence", List.of(Map.of("activity", "home-exercise", "done", 4))),
                course.patient());

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("state").asString()).isEqualTo("submitted");
        var outcome = OUTCOMES.awaitCount(course.key(), 1).getFirst();
        assertThat(outcome.getValue()).isEqualTo(6.0);
        assertThat(outcome.getSource()).isEqualTo(ReadingSource.PATIENT);
        assertThat(outcome.getCheckinId()).hasToString(checkin.get("checkinId").asString());
        var facts = CHECKINS.awaitCount(course.key(), 2);
        assertThat(facts)
                .extracting(CheckinChanged::getFact)
                .containsExactly(CheckinFact.OPENED, CheckinFact.SUBMITTED);
        assertThat(facts).extracting(CheckinChanged::getVersion).containsExactly(1, 2);
        assertThat(facts.getLast().getSideEffects().getFirst().getSeverity()).isEqualTo(SideEffectSeverity.MODERATE);
        assertThat(facts.getLast().getAdherence().getFirst().getPlanned()).isEqualTo(5);
    }

    @Test
    void aRetriedSubmissionHasOneEffectAndASecondOneIsRefused() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.in("Europe/Zurich").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        String path = submission(
                course, course.awaitOpenCheckin(SERVICE).get("checkinId").asString());
        var body = Map.of("answers", List.of(Map.of("measure", "NPRS", "items", Map.of("1", 6))));
        String key = UUID.randomUUID().toString();
        var first = SERVICE.call(HttpMethod.POST, path, body, course.patient(), key);

        // When
        var retried = SERVICE.call(HttpMethod.POST, path, body, course.patient(), key);
        var second = SERVICE.post(path, body, course.patient());

        // Then
        assertThat(retried).isEqualTo(first);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("CHECKIN_ALREADY_SUBMITTED");
        SERVICE.settle();
        assertThat(OUTCOMES.awaitCount(course.key(), 1)).hasSize(1);
        assertThat(CHECKINS.awaitCount(course.key(), 2)).hasSize(2);
    }

    @Test
    void aSafetyAnswerIsToldThoughTheTotalCanNotBeScored() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.in("Europe/Zurich").open(WRITER, now).plan(WRITER, now, every(2, "PHQ-9"));
        var checkin = course.awaitOpenCheckin(SERVICE);

        // When
        var answer = SERVICE.post(
                submission(course, checkin.get("checkinId").asString()),
                Map.of("answers", List.of(Map.of("measure", "PHQ-9", "items", Map.of("1", 1, "9", 2)))),
                course.physician());

        // Then
        assertThat(answer.status()).isEqualTo(201);
        var outcome = OUTCOMES.awaitCount(course.key(), 1).getFirst();
        assertThat(outcome.getValue()).isNull();
        assertThat(outcome.getUnscoredReason()).isEqualTo("TOO_FEW_ANSWERS");
        assertThat(outcome.getSafetyAnswers())
                .singleElement()
                .satisfies(safety -> assertThat(safety.getAnswer()).isEqualTo(2));
        assertThat(outcome.getSource()).isEqualTo(ReadingSource.CARE_TEAM);
    }

    @Test
    void aSubmissionIsTakenWholeOrNotAtAll() {
        // Given
        Instant now = SERVICE.now();
        var course =
                Course.in("Europe/Zurich").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"), every(1, "PHQ-9"));
        String path = submission(
                course, course.awaitOpenCheckin(SERVICE).get("checkinId").asString());
        var pain = Map.of("measure", "NPRS", "items", Map.of("1", 6));

        // When
        var partial = SERVICE.post(path, Map.of("answers", List.of(pain)), course.patient());
        var impossible = SERVICE.post(
                path,
                Map.of("answers", List.of(pain, Map.of("measure", "PHQ-9", "items", Map.of("9", 7)))),
                course.patient());
        var ahead = SERVICE.post(
                path,
                Map.of("answeredAt", now.plus(Duration.ofMinutes(6)).toString(), "answers", List.of(pain)),
                course.patient());

        // Then
        assertThat(partial.code()).isEqualTo("ANSWERS_MISSING");
        assertThat(impossible.code()).isEqualTo("ITEM_OUT_OF_RANGE");
        assertThat(impossible.body().get("field").asString()).isEqualTo("answers[1].items.9");
        assertThat(ahead.code()).isEqualTo("TIME_AHEAD");
        assertThat(SERVICE.count("reading", "episode_id = ?", course.episodeId)).isZero();
    }

    @Test
    void nobodyElseSeesOrSubmits() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.in("Europe/Zurich").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        String checkinId = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();
        String stranger = TestTokens.bearer(UUID.randomUUID().toString(), "patient");

        // When
        var seen = SERVICE.get(course.path("/checkins"), stranger);
        var submitted = SERVICE.post(submission(course, checkinId), Map.of("answers", List.of()), stranger);

        // Then
        assertThat(seen.status()).isEqualTo(404);
        assertThat(submitted.status()).isEqualTo(404);
    }

    @Test
    void whatWasSignedIsKeptByteByByte() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.in("Europe/Zurich").open(WRITER, now);
        var plan = SignedPlans.plan(course.planId, course.patientId, course.episodeId, 1, now, every(1, "NPRS"));
        byte[] signed =
                (new String(PlanJson.write(plan), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);

        // When
        course.plan(WRITER, 1, 1, PlanVersionState.IN_FORCE, now, signed).awaitOpenCheckin(SERVICE);

        // Then
        assertThat(SERVICE.count("plan_version", "plan_id = ? and content = ?", course.planId, signed))
                .isEqualTo(1);
    }

    private static String submission(Course course, String checkinId) {
        return course.path("/checkins/" + checkinId + "/submission");
    }
}
