package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SubmissionRefusalsIT {

    private static final Map<String, Object> PAIN = Map.of("measure", "NPRS", "items", Map.of("1", 6));

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<CheckinChanged> CHECKINS = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class);

    @AfterAll
    static void close() {
        WRITER.close();
        CHECKINS.close();
    }

    @Test
    void whatCanNotBeMeantIsRefusedWhole() {
        // Given
        var course = started();
        var checkin = course.awaitOpenCheckin(SERVICE);
        String id = checkin.get("checkinId").asString();
        Instant opensAt = Instant.parse(checkin.get("opensAt").asString());

        // Then
        refused(submit(course, id, Map.of("answers", List.of(PAIN, PAIN))), 422, "ANSWERED_TWICE");
        refused(submit(course, id, withAdherence(done("home-exercise"), done("home-exercise"))), 422, "ANSWERED_TWICE");
        refused(submit(course, id, withAdherence(done("walking"))), 422, "UNKNOWN_ACTIVITY");
        for (String answeredAt : List.of(opensAt.minusMillis(1).toString(), "-999999999-01-01T00:00:00Z")) {
            var early = Map.<String, Object>of("answers", List.of(PAIN), "answeredAt", answeredAt);
            refused(submit(course, id, early), 422, "ANSWERED_BEFORE_OPENING");
        }
        for (LocalDate since : List.of(
                LocalDate.MIN,
                LocalDate.MAX,
                LocalDate.ofInstant(opensAt, ZoneOffset.UTC).plusDays(3))) {
            var effect = Map.<String, Object>of("term", "nausea", "severity", "MILD", "since", since.toString());
            var body = Map.<String, Object>of("answers", List.of(PAIN), "sideEffects", List.of(effect));
            refused(submit(course, id, body), 422, "TIME_IMPLAUSIBLE");
        }
        for (String list : List.of("answers", "adherence", "sideEffects")) {
            var nothing = new HashMap<String, Object>(Map.of("answers", List.of(PAIN)));
            nothing.put(list, Collections.singletonList(null));
            refused(submit(course, id, nothing), 400, "INVALID_FIELDS");
        }
        assertThat(SERVICE.count("reading", "episode_id = ?", course.episodeId)).isZero();
        assertThat(submit(course, id, Map.of("answers", List.of(PAIN), "answeredAt", opensAt.toString()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aLateSubmissionIsJudgedByThePlanThatAskedForIt() {
        // Given
        var course = started();
        String first = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();
        SERVICE.moveAndSettle(Duration.ofDays(5));
        CHECKINS.awaitFirst(course.key(), fact -> fact.getFact() == CheckinFact.MISSED);
        secondVersion(course);

        // Then
        refused(submit(course, first, withAdherence(done("walking"))), 422, "UNKNOWN_ACTIVITY");
        assertThat(submit(course, first, withAdherence(done("home-exercise"))).status())
                .isEqualTo(201);
        var late = CHECKINS.awaitFirst(course.key(), fact -> fact.getFact() == CheckinFact.SUBMITTED_LATE);
        assertThat(late.getPlanVersion()).isEqualTo(1);
        assertThat(late.getAdherence().getFirst().getPlanned()).isEqualTo(5);
    }

    @Test
    void whatANewVersionBringsCanBeToldWhileTheCheckinIsOpen() {
        // Given
        var course = started();
        String id = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();
        secondVersion(course);

        // When
        var answer = submit(course, id, withAdherence(done("home-exercise"), done("walking")));

        // Then
        assertThat(answer.status()).isEqualTo(201);
        var submitted = CHECKINS.awaitFirst(course.key(), fact -> fact.getFact() == CheckinFact.SUBMITTED);
        assertThat(submitted.getAdherence())
                .extracting(adherence -> adherence.getActivity() + " " + adherence.getPlanned())
                .containsExactly("home-exercise 5", "walking 7");
    }

    @Test
    void aMissedCheckinIsTakenForFiveWeeksAndThenNoMore() {
        // Given
        var prompt = started();
        var slow = started();
        String ofPrompt = prompt.awaitOpenCheckin(SERVICE).get("checkinId").asString();
        String ofSlow = slow.awaitOpenCheckin(SERVICE).get("checkinId").asString();

        // When
        SERVICE.moveAndSettle(Duration.ofDays(37));
        var within = submit(prompt, ofPrompt, Map.of("answers", List.of(PAIN)));
        SERVICE.moveAndSettle(Duration.ofDays(2));
        var after = submit(slow, ofSlow, Map.of("answers", List.of(PAIN)));
        var again = submit(prompt, ofPrompt, Map.of("answers", List.of(PAIN)));

        // Then
        assertThat(within.body().get("state").asString()).isEqualTo("submitted-late");
        refused(after, 409, "CHECKIN_CLOSED");
        refused(again, 409, "CHECKIN_ALREADY_SUBMITTED");
    }

    @Test
    void aCheckinOfAStoppedPlanIsAskedForNoMore() {
        // Given
        var course = started();
        String id = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();
        Instant now = SERVICE.now();

        // When
        course.plan(WRITER, 1, 2, PlanVersionState.STOPPED, now, now, every(1, "NPRS"));
        awaitVersion(course, "state = 'STOPPED'");

        // Then
        refused(submit(course, id, Map.of("answers", List.of(PAIN))), 409, "CHECKIN_CLOSED");
    }

    private static Course started() {
        Instant now = SERVICE.now();
        return Course.in("Europe/Zurich").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
    }

    /** It has an activity of its own instead of the first one's. */
    private static void secondVersion(Course course) {
        Instant now = SERVICE.now();
        course.plan(WRITER, 2, 1, PlanVersionState.IN_FORCE, now, now, every(1, "NPRS"));
        awaitVersion(course, "plan_version = 2");
    }

    private static void awaitVersion(Course course, String which) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> SERVICE.count("plan_version", "plan_id = ? and " + which, course.planId) == 1);
    }

    private static Answer submit(Course course, String checkinId, Map<String, Object> body) {
        return SERVICE.post(course.path("/checkins/" + checkinId + "/submission"), body, course.patient());
    }

    @SafeVarargs
    private static Map<String, Object> withAdherence(Map<String, Object>... done) {
        return Map.of("answers", List.of(PAIN), "adherence", List.of(done));
    }

    private static Map<String, Object> done(String activity) {
        return Map.of("activity", activity, "done", 3);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.body().path("code").asString("")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
