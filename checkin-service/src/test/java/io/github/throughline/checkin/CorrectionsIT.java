package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.checkin.MedicationChangeKind;
import io.github.throughline.schemas.checkin.SideEffect;
import io.github.throughline.schemas.checkin.SideEffectSeverity;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CorrectionsIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<CheckinChanged> CHECKINS = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class);
    private static final TopicProbe<OutcomeRecorded> OUTCOMES = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class);
    private static final String COORDINATOR = TestTokens.bearer(Course.COORDINATOR, "coordinator");
    private static final String WORDS = "Could somebody call me on Thursday?";

    private final Instant now = SERVICE.now();
    private final Course course = Course.in("Europe/Zurich").with("son", Role.CAREGIVER);

    @AfterAll
    static void close() {
        WRITER.close();
        CHECKINS.close();
        OUTCOMES.close();
    }

    @Test
    void aCorrectionIsToldAndWhatItReplacedStaysOnRecord() {
        // Given
        String checkin = submitted(course.patient());

        // When
        var corrected = SERVICE.postIf(
                2,
                checkin + "/correction",
                Map.of(
                        "reason", "the patient had read the scale the wrong way round",
                        "answers", List.of(Map.of("measure", "NPRS", "items", Map.of("1", 3))),
                        "sideEffects", List.of()),
                COORDINATOR);

        // Then
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.body().at("/version").asInt()).isEqualTo(3);
        assertThat(corrected.body().at("/answers/0/value").asDouble()).isEqualTo(3);
        assertThat(corrected.body().at("/sideEffects").isEmpty()).isTrue();
        assertThat(corrected.body().at("/adherence/0/done").asInt()).isEqualTo(4);
        var facts = CHECKINS.awaitCount(course.key(), 3);
        var answered = facts.get(1);
        assertThat(facts.getLast().getFact()).isEqualTo(CheckinFact.CORRECTED);
        assertThat(facts.getLast().getVersion()).isEqualTo(3);
        assertThat(facts.getLast().getOccurredAt()).isEqualTo(answered.getOccurredAt());
        assertThat(facts.getLast().getSideEffects()).isEmpty();
        assertThat(facts.getLast().getMedicationChanges().getFirst().getMedication())
                .isEqualTo("ATC:M01AE01");
        var outcomes = OUTCOMES.awaitCount(course.key(), 2);
        assertThat(outcomes).extracting(OutcomeRecorded::getValue).containsExactly(8.0, 3.0);
        assertThat(outcomes).extracting(OutcomeRecorded::getCorrected).containsExactly(false, true);
        assertThat(outcomes)
                .extracting(OutcomeRecorded::getReadingId)
                .containsOnly(outcomes.getFirst().getReadingId());
        var history =
                SERVICE.get(checkin + "/answers/history", course.physician()).body();
        assertThat(history.at("/reports/0/report/sideEffects/0/term").asString())
                .isEqualTo("nausea");
        assertThat(history.at("/reports/1/reason").asString()).contains("the wrong way round");
        assertThat(history.at("/reports/1/at").asString()).isEqualTo(now.toString());
        assertThat(history.at("/reports/1/by").asString()).isEqualTo(Course.COORDINATOR);
        assertThat(history.at("/replacedAnswers/0/answer/value").asDouble()).isEqualTo(8);
    }

    @Test
    void aSubmissionTellsWhatThePatientNoticedAndItsMessageByIdAlone() {
        // When
        String checkin = submitted(course.patient());

        // Then
        var fact = CHECKINS.awaitCount(course.key(), 2).getLast();
        assertThat(fact.getSideEffects())
                .extracting(SideEffect::getTerm, SideEffect::getSeverity)
                .containsExactly(tuple("nausea", SideEffectSeverity.SEVERE));
        assertThat(fact.getMedicationChanges()).singleElement().satisfies(change -> {
            assertThat(change.getMedication()).isEqualTo("ATC:M01AE01");
            assertThat(change.getChange()).isEqualTo(MedicationChangeKind.STOPPED);
        });
        assertThat(fact.toString()).doesNotContain("Thursday");
        String message = course.path("/messages/" + fact.getMessageId());
        assertThat(SERVICE.get(message, COORDINATOR).body().at("/text").asString())
                .isEqualTo(WORDS);
        assertThat(SERVICE.get(checkin + "/answers", COORDINATOR)
                        .body()
                        .at("/messageId")
                        .asString())
                .isEqualTo(fact.getMessageId().toString());
        assertThat(SERVICE.get(message, course.patient()).status()).isEqualTo(200);
        assertThat(SERVICE.get(message, TestTokens.bearer("son", "caregiver")).code())
                .isEqualTo("MESSAGE_NOT_FOUND");
        assertThat(SERVICE.get(message, TestTokens.bearer("stranger", "coordinator"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMessageIsReadByTheCaregiverWhoWroteItAndErasedWithTheEpisode() {
        // Given
        String son = TestTokens.bearer("son", "caregiver");
        submitted(son);
        var messageId = CHECKINS.awaitCount(course.key(), 2).getLast().getMessageId();

        // When
        var own = SERVICE.get(course.path("/messages/" + messageId), son);
        course.episode(WRITER, EpisodeStatus.ERASED, now);

        // Then
        assertThat(own.status()).isEqualTo(200);
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> SERVICE.count("message", "id = ?", messageId) == 0
                        && SERVICE.count("checkin_report", "told_by = 'son'") == 0);
    }

    @Test
    void onlyTheCoordinatorCorrectsAndOnlyWhatWasRead() {
        // Given
        String checkin = submitted(course.patient());
        String correction = checkin + "/correction";
        var body = Map.of("reason", "typed wrongly", "answers", List.of());

        // Then
        refused(SERVICE.postIf(2, correction, body, course.patient()), 403, "NOT_THE_COORDINATOR");
        refused(SERVICE.postIf(2, correction, body, course.physician()), 403, "NOT_THE_COORDINATOR");
        refused(SERVICE.post(correction, body, COORDINATOR), 428, "IF_MATCH_REQUIRED");
        refused(SERVICE.postIf(1, correction, body, COORDINATOR), 412, "CHANGED_MEANWHILE");
        refused(SERVICE.postIf(2, correction, Map.of(), COORDINATOR), 400, "INVALID_FIELDS");
        var other = Map.of("reason", "wrong", "answers", List.of(Map.of("measure", "PEG", "total", 3)));
        refused(SERVICE.postIf(2, correction, other, COORDINATOR), 422, "ANSWER_NOT_FOUND");
        var impossible =
                Map.of("reason", "wrong", "answers", List.of(Map.of("measure", "NPRS", "items", Map.of("1", 11))));
        refused(SERVICE.postIf(2, correction, impossible, COORDINATOR), 422, "ITEM_OUT_OF_RANGE");
        assertThat(SERVICE.get(checkin + "/answers", COORDINATOR)
                        .body()
                        .at("/version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whatWasNotSubmittedHasNoAnswers() {
        // Given
        course.open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        String checkin = course.path(
                "/checkins/" + course.awaitOpenCheckin(SERVICE).get("checkinId").asString());

        // Then
        refused(SERVICE.get(checkin + "/answers", course.patient()), 409, "CHECKIN_NOT_SUBMITTED");
        refused(
                SERVICE.postIf(1, checkin + "/correction", Map.of("reason", "wrong"), COORDINATOR),
                409,
                "CHECKIN_NOT_SUBMITTED");
    }

    private String submitted(String bearer) {
        course.open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        String checkin = course.path(
                "/checkins/" + course.awaitOpenCheckin(SERVICE).get("checkinId").asString());
        var answer = SERVICE.post(
                checkin + "/submission",
                Map.of(
                        "answers", List.of(Map.of("measure", "NPRS", "items", Map.of("1", 8))),
                        "sideEffects", List.of(Map.of("term", "nausea", "severity", "SEVERE")),
                        "adherence", List.of(Map.of("activity", "home-exercise", "done", 4)),
                        "medicationChanges",
                                List.of(Map.of(
                                        "medication", "ATC:M01AE01", "change", "STOPPED", "since", "2026-10-12")),
                        "message", WORDS),
                bearer);
        assertThat(answer.status()).isEqualTo(201);
        return checkin;
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
