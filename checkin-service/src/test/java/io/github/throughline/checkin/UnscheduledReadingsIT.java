package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class UnscheduledReadingsIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<OutcomeRecorded> OUTCOMES = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class);

    @AfterAll
    static void close() {
        WRITER.close();
        OUTCOMES.close();
    }

    @Test
    void recordIdsOfTwoPeopleDoNotMeet() {
        // Given
        var course = started();
        String at = SERVICE.now().toString();
        String son = TestTokens.bearer("son", "caregiver");

        // When
        var byPatient = post(course, reading("1", at, 5, false), course.patient());
        var bySon = post(course, reading("1", at, 7, false), son);
        var corrected = post(course, reading("1", at, 6, true), son);

        // Then
        assertThat(byPatient.status()).isEqualTo(201);
        assertThat(bySon.status()).isEqualTo(201);
        assertThat(id(bySon)).isNotEqualTo(id(byPatient)).isEqualTo(id(corrected));
        assertThat(OUTCOMES.awaitCount(course.key(), 3))
                .extracting(OutcomeRecorded::getValue)
                .containsExactly(5.0, 7.0, 6.0);
        assertThat(post(course, reading("1", at, 5, false), course.patient())).isEqualTo(byPatient);
    }

    @Test
    void aReadingDoesNotChangeWhatWasSubmitted() {
        // Given
        var course = started();
        String checkinId = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();
        var submitted = SERVICE.post(
                course.path("/checkins/" + checkinId + "/submission"),
                Map.of("answers", List.of(Map.of("measure", "NPRS", "items", Map.of("1", 8)))),
                course.patient());
        var outcome = OUTCOMES.awaitCount(course.key(), 1).getFirst();
        assertThat(outcome.getSourceRecordId()).isEqualTo(checkinId + "/NPRS");

        // When
        var reading =
                reading(outcome.getSourceRecordId(), outcome.getOccurredAt().toString(), 2, true);
        var answer = post(course, reading, course.patient());

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(id(answer))
                .isNotEqualTo(
                        submitted.body().get("readings").get(0).get("readingId").asString());
        assertThat(OUTCOMES.awaitCount(course.key(), 2))
                .extracting(OutcomeRecorded::getVersion)
                .containsExactly(1, 1);
    }

    @Test
    void whatWasRecordedIsStillKnownAfterTheEpisodesEndAndNothingNewIsTaken() {
        // Given
        var course = started();
        Instant now = SERVICE.now();
        var reading = reading("1", now.toString(), 5, false);
        var first = post(course, reading, course.patient());

        // When
        course.episode(WRITER, EpisodeStatus.CLOSED, now);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> SERVICE.count("episode", "id = ? and not open", course.episodeId) == 1);

        // Then
        assertThat(post(course, reading, course.patient())).isEqualTo(first);
        assertThat(post(course, reading("1", now.toString(), 6, false), course.patient())
                        .code())
                .isEqualTo("DUPLICATE_RECORD_ID");
        var other = post(course, reading("2", now.toString(), 5, false), course.patient());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("EPISODE_CLOSED");
        assertThat(OUTCOMES.awaitCount(course.key(), 1)).hasSize(1);
    }

    @Test
    void whatNoReadingCanHaveIsRefusedWithItsCode() {
        // Given
        var course = started();
        String now = SERVICE.now().toString();

        // Then
        for (String longAgo : List.of("-999999999-01-01T00:00:00Z", "1970-01-21T10:00:00Z")) {
            var answer = post(course, reading("1", longAgo, 5, false), course.patient());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("TIME_IMPLAUSIBLE");
        }
        assertThat(post(course, reading("1", "+999999999-01-01T00:00:00Z", 5, false), course.patient())
                        .code())
                .isEqualTo("TIME_AHEAD");
        for (String recordId : List.of("", "Maria Muster 12.3.")) {
            var answer = post(course, reading(recordId, now, 5, false), course.patient());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("INVALID_RECORD_ID");
        }
        assertThat(SERVICE.count("reading", "episode_id = ?", course.episodeId)).isZero();
    }

    @Test
    void theAnswersCanNotBeGuessedFromWhatIsKept() throws NoSuchAlgorithmException {
        // Given
        var course = started();
        Instant now = SERVICE.now();

        // When
        post(course, reading("1", now.toString(), 5, false), course.patient());

        // Then
        String content = "NPRS|" + now.toEpochMilli() + "|null|{1=5}";
        byte[] guess = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        assertThat(SERVICE.count("reading", "episode_id = ?", course.episodeId)).isEqualTo(1);
        assertThat(SERVICE.count(
                        "reading",
                        "episode_id = ? and fingerprint = ?",
                        course.episodeId,
                        HexFormat.of().formatHex(guess)))
                .isZero();
    }

    private static Course started() {
        Instant now = SERVICE.now();
        var course = Course.in("Europe/Zurich").with("son", Role.CAREGIVER);
        course.open(WRITER, now).plan(WRITER, now, every(1, "NPRS")).awaitOpenCheckin(SERVICE);
        return course;
    }

    private static Map<String, Object> reading(String recordId, String observedAt, int answer, boolean correction) {
        return Map.of(
                "recordId",
                recordId,
                "measure",
                "NPRS",
                "observedAt",
                observedAt,
                "items",
                Map.of("1", answer),
                "correction",
                correction);
    }

    private static Answer post(Course course, Map<String, Object> reading, String bearer) {
        return SERVICE.post(course.path("/readings"), reading, bearer);
    }

    private static String id(Answer answer) {
        return answer.body().get("readingId").asString();
    }
}
