package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EpisodeAccessIT {

    private static final String SON = TestTokens.bearer("son", "caregiver");
    private static final String PERMITTED = TestTokens.bearer("dr-roth", "physician");
    private static final String NOT_PERMITTED = TestTokens.bearer("dr-frey", "physician");

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<OutcomeRecorded> OUTCOMES = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class);

    @AfterAll
    static void close() {
        WRITER.close();
        OUTCOMES.close();
    }

    @Test
    void toWhoIsNotOfTheEpisodeItLooksLikeNone() {
        // Given
        var course = started();
        var elsewhere = start(Course.in("Europe/Zurich").with("dr-other", Role.PHYSICIAN));
        String checkinId = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();
        String otherPhysician = TestTokens.bearer("dr-other", "physician");
        assertThat(SERVICE.get(elsewhere.path("/checkins"), otherPhysician).status())
                .isEqualTo(200);

        for (String bearer : List.of(
                otherPhysician,
                TestTokens.bearer("coordinator-2", "coordinator"),
                TestTokens.bearer("daughter", "caregiver"),
                TestTokens.bearer(UUID.randomUUID().toString(), "patient"),
                TestTokens.bearer("intake-service", "service"))) {
            // When
            var there = calls("/episodes/" + course.episodeId, checkinId, bearer);
            var nowhere = calls("/episodes/" + UUID.randomUUID(), checkinId, bearer);

            // Then
            assertThat(there).extracting(Answer::status).containsOnly(404);
            assertThat(there).extracting(Answer::code).containsOnly("EPISODE_NOT_FOUND");
            assertThat(nowhere).extracting(Answer::status).containsOnly(404);
            assertThat(nowhere).extracting(Answer::code).containsOnly("EPISODE_NOT_FOUND");
        }
        assertThat(SERVICE.count("reading", "episode_id = ?", course.episodeId)).isZero();
    }

    @Test
    void whoDoesNotTreatInItSeesWhatThePatientPermitsAndAnswersNothing() {
        // Given
        var course = started();
        String checkinId = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();

        // When
        var permitted = calls("/episodes/" + course.episodeId, checkinId, PERMITTED);
        var notPermitted = calls("/episodes/" + course.episodeId, checkinId, NOT_PERMITTED);

        // Then
        assertThat(permitted).extracting(Answer::status).containsExactly(200, 403, 403);
        assertThat(notPermitted)
                .extracting(Answer::code)
                .containsExactly("CONSENT_MISSING", "MAY_NOT_ANSWER", "MAY_NOT_ANSWER");
        assertThat(SERVICE.count("reading", "episode_id = ?", course.episodeId)).isZero();
    }

    @Test
    void whoGaveAnAnswerIsToldByTheirRoleInTheEpisode() {
        // Given
        var course = started();
        String checkinId = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();

        // When
        var submitted = SERVICE.post(course.path("/checkins/" + checkinId + "/submission"), SUBMISSION, SON);
        var byCoordinator = SERVICE.post(
                course.path("/readings"), reading(), TestTokens.bearer(Course.COORDINATOR, "coordinator", "caregiver"));

        // Then
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(byCoordinator.status()).isEqualTo(201);
        assertThat(OUTCOMES.awaitCount(course.key(), 2))
                .extracting(OutcomeRecorded::getSource)
                .containsExactly(ReadingSource.CAREGIVER, ReadingSource.CARE_TEAM);
        assertThat(SERVICE.count("reading", "episode_id = ? and giver = 'son'", course.episodeId))
                .isEqualTo(1);
        assertThat(SERVICE.get(course.path("/checkins"), SON).code()).isEqualTo("CONSENT_MISSING");
    }

    private static final Map<String, Object> SUBMISSION =
            Map.of("answers", List.of(Map.of("measure", "NPRS", "items", Map.of("1", 6))));

    private static Map<String, Object> reading() {
        return Map.of(
                "recordId", "1", "measure", "NPRS", "observedAt", SERVICE.now().toString(), "items", Map.of("1", 5));
    }

    private static List<Answer> calls(String episode, String checkinId, String bearer) {
        return List.of(
                SERVICE.get(episode + "/checkins", bearer),
                SERVICE.post(episode + "/checkins/" + checkinId + "/submission", SUBMISSION, bearer),
                SERVICE.post(episode + "/readings", reading(), bearer));
    }

    private static Course started() {
        return start(Course.in("Europe/Zurich")
                .with("son", Role.CAREGIVER)
                .with("dr-roth", Role.SPECIALIST)
                .with("dr-frey", Role.PCP)
                .permitting("dr-roth", RunningService.BEGINNING));
    }

    private static Course start(Course course) {
        Instant now = SERVICE.now();
        course.open(WRITER, now).plan(WRITER, now, every(1, "NPRS")).awaitOpenCheckin(SERVICE);
        return course;
    }
}
