package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.platform.checkinlink.CheckinLinks;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.schemas.patientnotice.PatientNoticeDue;
import io.github.throughline.schemas.patientnotice.PatientNoticeKind;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the page behind a link asks of the service; how it looks is seen in a browser elsewhere. */
class PatientPageIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<CheckinChanged> CHECKINS = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class);
    private static final TopicProbe<OutcomeRecorded> OUTCOMES = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class);
    private static final TopicProbe<PatientNoticeDue> NOTICES =
            TopicProbe.of(Topics.PATIENT_NOTICE, PatientNoticeDue.class);

    private final Instant now = SERVICE.now();
    private final Course course = Course.in("Europe/Zurich")
            .with("daughter", Role.CAREGIVER)
            .with("son", Role.CAREGIVER)
            .permitting("daughter", now)
            .open(WRITER, now)
            .plan(WRITER, now, every(1, "NPRS"), every(1, "PHQ-9"));

    @AfterAll
    static void close() {
        WRITER.close();
        CHECKINS.close();
        OUTCOMES.close();
        NOTICES.close();
    }

    @Test
    void aSubmissionThatIsSentAgainHasOneEffect() {
        // Given
        String page = link(null);
        var sent = submission(6);

        // When
        var first = SERVICE.openly("POST", page + "/submission", sent);
        var again = SERVICE.openly("POST", page + "/submission", sent);
        var other = SERVICE.openly("POST", page + "/submission", submission(9));

        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.code()).isEqualTo("CHECKIN_NOT_FOUND");
        SERVICE.settle();
        assertThat(OUTCOMES.awaitCount(course.key(), 1)).singleElement().satisfies(outcome -> {
            assertThat(outcome.getValue()).isEqualTo(6.0);
            assertThat(outcome.getSource()).isEqualTo(ReadingSource.PATIENT);
        });
        assertThat(CHECKINS.awaitCount(course.key(), 2)).hasSize(2);
        assertThat(SERVICE.openly("GET", page, null).text()).contains("You have answered already");
    }

    @Test
    void whatIsSavedIsThereOnAnotherDevice() {
        // Given
        String page = link(null);
        String checkin = checkin();

        // When
        var saved = SERVICE.openly(
                "PUT", page + "/draft", Map.of("checkinId", checkin, "content", Map.of("message", "</script>")));

        // Then
        assertThat(saved.status()).isEqualTo(204);
        var shown = SERVICE.openly("GET", page, null);
        assertThat(shown.text())
                .contains("{\"message\":\"\\u003c/script\\u003e\"}")
                .contains("How strong was your pain");
        assertThat(shown.text()).doesNotContain("PHQ-9");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(shown.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(shown.header("Content-Security-Policy")).contains("default-src 'none'");
        var tooLong = Map.of("checkinId", checkin, "content", Map.of("message", "x".repeat(20_001)));
        assertThat(SERVICE.openly("PUT", page + "/draft", tooLong).code()).isEqualTo("DRAFT_TOO_LONG");
        var noLanguage = new HashMap<>(submission(6));
        noLanguage.put("language", "no language");
        assertThat(SERVICE.openly("POST", page + "/submission", noLanguage).code())
                .isEqualTo("INVALID_FIELDS");
    }

    @Test
    void aLinkIsForThePatientOrForACaregiverWhomThePatientPermits() {
        // Given
        String daughters = link("daughter");

        // Then
        assertThat(ask("son", course.physician()).code()).isEqualTo("NO_LINK_FOR");
        assertThat(ask("stranger", course.physician()).code()).isEqualTo("NO_LINK_FOR");
        assertThat(ask(null, course.patient()).code()).isEqualTo("MAY_NOT_ANSWER");
        assertThat(SERVICE.openly("POST", daughters + "/submission", submission(4))
                        .status())
                .isEqualTo(200);
        assertThat(OUTCOMES.awaitCount(course.key(), 1).getFirst().getSource()).isEqualTo(ReadingSource.CAREGIVER);
    }

    @Test
    void aLinkOpensNothingOnceItsEpisodeIsClosed() {
        // Given
        String page = link(null);
        String checkin = checkin();

        // When
        course.episode(WRITER, EpisodeStatus.CLOSED, now);
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> SERVICE.openly("GET", page, null).status() == 410);

        // Then
        assertThat(SERVICE.openly("GET", page, null).text()).contains("This link no longer works");
        assertThat(SERVICE.openly("PUT", page + "/draft", Map.of("checkinId", checkin, "content", Map.of()))
                        .code())
                .isEqualTo("LINK_GONE");
        assertThat(SERVICE.openly("POST", page + "/codes", null).code()).isEqualTo("LINK_GONE");
        assertThat(SERVICE.openly("GET", "/checkin/no-token", null).status()).isEqualTo(410);
    }

    @Test
    void aTrendIsShownForACodeThatIsRightOnceAndForFewTries() {
        // Given
        String page = link(null);
        assertThat(SERVICE.openly("POST", page + "/submission", submission(6)).status())
                .isEqualTo(200);
        var asked = SERVICE.openly("POST", page + "/codes", null);
        var challenge = UUID.fromString(asked.body().get("challengeId").asString());
        String code = SERVICE.bean(CheckinLinks.class).code(challenge);
        String wrong = code.equals("000000") ? "000001" : "000000";

        // When
        var refused = SERVICE.openly("POST", page + "/trend", code(challenge, wrong));
        var shown = SERVICE.openly("POST", page + "/trend", code(challenge, code));
        var again = SERVICE.openly("POST", page + "/trend", code(challenge, code));

        // Then
        var notice = NOTICES.awaitFirst(course.key(), due -> due.getKind() == PatientNoticeKind.TREND_CODE);
        assertThat(notice.getChallengeId()).isEqualTo(challenge);
        assertThat(notice.getExpiresAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(8)), Instant.now().plus(Duration.ofMinutes(10)));
        assertThat(refused.code()).isEqualTo("WRONG_CODE");
        assertThat(shown.body().at("/0/title").asString()).isEqualTo("Pain");
        assertThat(shown.body().at("/0/points/0/value").asDouble()).isEqualTo(6);
        assertThat(again.code()).isEqualTo("WRONG_CODE");
        assertThat(SERVICE.openly("POST", page + "/codes", null).code()).isEqualTo("TOO_MANY_CODES");
    }

    @Test
    void aCodeIsNotGuessed() {
        // Given
        String page = link(null);
        var challenge = UUID.fromString(SERVICE.openly("POST", page + "/codes", null)
                .body()
                .get("challengeId")
                .asString());
        String code = SERVICE.bean(CheckinLinks.class).code(challenge);
        String wrong = code.equals("000000") ? "000001" : "000000";

        // When
        for (int i = 0; i < 5; i++) {
            assertThat(SERVICE.openly("POST", page + "/trend", code(challenge, wrong))
                            .code())
                    .isEqualTo("WRONG_CODE");
        }

        // Then
        assertThat(SERVICE.openly("POST", page + "/trend", code(challenge, code))
                        .code())
                .isEqualTo("WRONG_CODE");
        assertThat(SERVICE.openly("POST", link("daughter") + "/trend", code(challenge, code))
                        .code())
                .isEqualTo("WRONG_CODE");
    }

    private String checkin() {
        return course.awaitOpenCheckin(SERVICE).get("checkinId").asString();
    }

    private String link(@Nullable String caregiver) {
        checkin();
        return URI.create(ask(caregiver, course.physician()).body().get("url").asString())
                .getPath();
    }

    private Answer ask(@Nullable String caregiver, String bearer) {
        checkin();
        return SERVICE.post(
                course.path("/checkin-links"), caregiver == null ? Map.of() : Map.of("caregiver", caregiver), bearer);
    }

    private Map<String, Object> submission(int pain) {
        return Map.of(
                "checkinId",
                        SERVICE.get(course.path("/checkins"), course.patient())
                                .body()
                                .at("/0/checkinId")
                                .asString(),
                "key", UUID.randomUUID(),
                "language", "en",
                "answers", Map.of("answers", List.of(Map.of("measure", "NPRS", "items", Map.of("1", pain)))));
    }

    private static Map<String, Object> code(UUID challenge, String code) {
        return Map.of("challengeId", challenge, "code", code, "language", "en");
    }
}
