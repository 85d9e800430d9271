package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.patientnotice.PatientNoticeDue;
import io.github.throughline.schemas.patientnotice.PatientNoticeKind;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class RemindersAndPausesIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<CheckinChanged> CHECKINS = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class);
    private static final TopicProbe<PatientNoticeDue> NOTICES =
            TopicProbe.of(Topics.PATIENT_NOTICE, PatientNoticeDue.class);

    private final Instant now = SERVICE.now();
    private final Course course = Course.in("UTC").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));

    @AfterAll
    static void close() {
        WRITER.close();
        CHECKINS.close();
        NOTICES.close();
    }

    @Test
    void aPatientIsRemindedOnceOfEachThing() {
        // Given
        var checkin = course.awaitOpenCheckin(SERVICE);
        Instant endsAt = Instant.parse(checkin.get("endsAt").asString());

        // When: the next morning, the evening of the last day, the morning after
        SERVICE.moveTo(now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(24 + 9)));
        SERVICE.settle();
        SERVICE.moveTo(endsAt.minus(Duration.ofHours(5)));
        SERVICE.settle();
        SERVICE.moveTo(endsAt.plus(Duration.ofHours(10)));
        SERVICE.settle();

        // Then
        var notices = NOTICES.awaitCount(course.key(), 3);
        assertThat(notices)
                .extracting(PatientNoticeDue::getKind)
                .containsExactly(
                        PatientNoticeKind.CHECKIN_OPENED,
                        PatientNoticeKind.CHECKIN_ENDING,
                        PatientNoticeKind.CHECKIN_OVERDUE);
        assertThat(notices.get(1).getOccurredAt()).isEqualTo(endsAt.minus(Duration.ofHours(6)));
        assertThat(notices)
                .extracting(PatientNoticeDue::getExpiresAt)
                .containsExactly(
                        endsAt, endsAt, Instant.parse(checkin.get("graceEndsAt").asString()));
        assertThat(notices).extracting(PatientNoticeDue::getRecipient).containsOnlyNulls();
        assertThat(notices).extracting(PatientNoticeDue::getNoticeId).doesNotHaveDuplicates();
    }

    @Test
    void aCaregiverIsRemindedWhereThePatientPermitsIt() {
        // Given
        var cared = Course.in("UTC")
                .with("mother", Role.CAREGIVER)
                .with("neighbour", Role.CAREGIVER)
                .with("dr-who", Role.SPECIALIST)
                .permitting("mother", now)
                .permitting("dr-who", now);

        // When: it is opened at once, or in the morning
        cared.open(WRITER, now).plan(WRITER, now, every(1, "NPRS")).awaitOpenCheckin(SERVICE);
        SERVICE.moveTo(now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(24 + 9)));
        SERVICE.settle();

        // Then
        var notices = NOTICES.awaitCount(cared.key(), 2);
        assertThat(notices).extracting(PatientNoticeDue::getRecipient).containsExactlyInAnyOrder(null, "mother");
        assertThat(notices).extracting(PatientNoticeDue::getNoticeId).doesNotHaveDuplicates();
    }

    @Test
    void theEndOfAnEpisodeStopsReminders() {
        // Given
        course.awaitOpenCheckin(SERVICE);
        var other = Course.in("UTC").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        Instant endsAt =
                Instant.parse(other.awaitOpenCheckin(SERVICE).get("endsAt").asString());

        // When
        course.episode(WRITER, EpisodeStatus.CLOSED, now);
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> SERVICE.count("checkin", "episode_id = ? and state = 'OPENED'", course.episodeId) == 0);
        SERVICE.moveAndSettle(Duration.between(now, endsAt.minus(Duration.ofHours(5))));

        // Then
        NOTICES.awaitFirst(other.key(), notice -> notice.getKind() == PatientNoticeKind.CHECKIN_ENDING);
        assertThat(NOTICES.recordsOf(course.key()))
                .extracting(PatientNoticeDue::getKind)
                .doesNotContain(PatientNoticeKind.CHECKIN_ENDING, PatientNoticeKind.CHECKIN_OVERDUE);
    }

    @Test
    void aPatientInHospitalIsNeitherAskedNorMissed() {
        // Given
        course.awaitOpenCheckin(SERVICE);
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        var stay = Map.of(
                "firstDay", today.toString(), "lastDay", today.plusDays(5).toString(), "reason", "HOSPITAL_STAY");

        // When
        var paused = SERVICE.post(course.path("/pauses"), stay, course.physician());
        SERVICE.moveAndSettle(Duration.ofDays(6));

        // Then
        assertThat(paused.status()).isEqualTo(201);
        assertThat(SERVICE.get(course.path("/pauses"), course.patient()).body()).hasSize(1);
        assertThat(SERVICE.get(course.path("/checkins"), course.patient())
                        .body()
                        .at("/0/state")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(CHECKINS.awaitCount(course.key(), 1))
                .extracting(CheckinChanged::getFact)
                .containsExactly(CheckinFact.OPENED);
    }

    @Test
    void aPauseThatIsTakenBackAsksAgain() {
        // Given
        course.awaitOpenCheckin(SERVICE);
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        var away = Map.of(
                "firstDay", today.toString(), "lastDay", today.plusDays(9).toString(), "reason", "HOLIDAY");
        String pause = SERVICE.post(course.path("/pauses"), away, course.patient())
                .body()
                .get("pauseId")
                .asString();
        assertThat(SERVICE.get(course.path("/checkins?state=open"), course.patient())
                        .body())
                .isEmpty();
        assertThat(SERVICE.post(course.path("/pauses"), away, course.physician())
                        .body()
                        .get("pauseId")
                        .asString())
                .isEqualTo(pause);

        // When
        var withdrawn = delete(pause, course.patient());

        // Then
        assertThat(withdrawn).isEqualTo(204);
        assertThat(SERVICE.get(course.path("/checkins?state=open"), course.patient())
                        .body())
                .hasSize(1);
        assertThat(SERVICE.count("pause", "withdrawn_by = ?", course.patientId.toString()))
                .isEqualTo(1);
        assertThat(delete(pause, course.patient())).isEqualTo(404);
    }

    @Test
    void aPauseThatCanNotBeMeantIsRefused() {
        // Given
        course.awaitOpenCheckin(SERVICE);
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        String stranger = TestTokens.bearer("stranger", "coordinator");

        // Then
        assertThat(pause(today, today.minusDays(1), course.patient())).isEqualTo("PAUSE_IMPLAUSIBLE");
        assertThat(pause(today.minusDays(40), today, course.patient())).isEqualTo("PAUSE_IMPLAUSIBLE");
        assertThat(pause(today, today.plusDays(100), course.patient())).isEqualTo("PAUSE_IMPLAUSIBLE");
        assertThat(pause(today, today, stranger)).isEqualTo("EPISODE_NOT_FOUND");
    }

    private String pause(LocalDate firstDay, LocalDate lastDay, String bearer) {
        var asked = Map.of("firstDay", firstDay.toString(), "lastDay", lastDay.toString(), "reason", "OTHER");
        return SERVICE.post(course.path("/pauses"), asked, bearer).code();
    }

    private int delete(String pause, String bearer) {
        return SERVICE.call(HttpMethod.DELETE, course.path("/pauses/" + pause), null, bearer, null)
                .status();
    }
}
