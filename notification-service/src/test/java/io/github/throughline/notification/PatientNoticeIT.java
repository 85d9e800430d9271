package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.platform.checkinlink.CheckinLinks;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.patientnotice.PatientNoticeDue;
import io.github.throughline.schemas.patientnotice.PatientNoticeKind;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InSurroundings
class PatientNoticeIT {

    private static final Pattern LINK = Pattern.compile("http\\S+/checkin/(\\S+)");

    private final Surroundings surroundings = Surroundings.shared();
    private final Facts facts = surroundings.patientWithCoordinator();
    private final String patient = facts.patientId().toString();
    private final String address = "patient-" + facts.patientId() + "@home.example";
    private final JdbcClient jdbc;
    private final CheckinLinks links;

    PatientNoticeIT(@Autowired JdbcClient jdbc, @Autowired CheckinLinks links) {
        this.jdbc = jdbc;
        this.links = links;
    }

    @AfterEach
    void intakeAnswers() {
        surroundings.intake().fallSilent(false);
    }

    @Test
    void aReminderThatIsHeardTwiceIsOneMailWithALinkThatOpens() {
        // Given
        surroundings.intake().knowsMember(facts.episodeId(), patient, "EMAIL", address, true);
        var due = due(PatientNoticeKind.CHECKIN_OPENED, null);

        // When
        tell(due);
        tell(due);
        var overdue = due(PatientNoticeKind.CHECKIN_OVERDUE, null);
        tell(overdue);

        // Then: a mail may be there before it is known to be
        var mails = awaitMails(address, 2);
        awaitState(due, "DELIVERED");
        awaitState(overdue, "DELIVERED");
        assertThat(mails)
                .extracting(mail -> Mailbox.header(mail, "Subject"))
                .containsExactlyInAnyOrder("Your check-in is open", "You can still answer your check-in");
        var opened = mails.stream()
                .filter(mail -> Mailbox.header(mail, "Subject").equals("Your check-in is open"))
                .findFirst()
                .orElseThrow();
        assertThat(Mailbox.header(opened, "Message-ID"))
                .contains(due.getNoticeId().toString());
        assertThat(Mailbox.text(opened))
                .doesNotContain("Ada", "pain", patient, facts.episodeId().toString());
        assertThat(links.check(token(opened))).isEqualTo(new CheckinLinks.Check.Valid(facts.episodeId(), patient));
        assertThat(jdbc.sql("select count(*) from patient_notice where text is not null and episode_id = ?")
                        .param(facts.episodeId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aCodeIsMadeAnewAndSentToTheCaregiverWhoAskedForIt() {
        // Given
        String hers = "daughter-" + facts.patientId() + "@home.example";
        surroundings.intake().knowsMember(facts.episodeId(), "daughter", "EMAIL", hers, true);
        var challenge = UUID.randomUUID();

        // When
        tell(PatientNoticeDue.newBuilder(due(PatientNoticeKind.TREND_CODE, "daughter"))
                .setChallengeId(challenge)
                .setExpiresAt(Instant.now().plusSeconds(60))
                .build());

        // Then
        assertThat(Mailbox.text(awaitMails(hers, 1).getFirst())).contains("Your code is " + links.code(challenge));
    }

    @Test
    void whoMayNotBeToldOrIsNotReachedIsNotTold() {
        // Given
        surroundings.intake().knowsMember(facts.episodeId(), "son", "EMAIL", address, false);
        surroundings.intake().knowsMember(facts.episodeId(), patient, "NONE", null, true);
        var withoutConsent = due(PatientNoticeKind.CHECKIN_OPENED, "son");
        var withoutAddress = due(PatientNoticeKind.CHECKIN_OPENED, null);
        var tooLate = PatientNoticeDue.newBuilder(due(PatientNoticeKind.CHECKIN_ENDING, null))
                .setExpiresAt(Facts.START)
                .build();

        // When
        tell(withoutConsent);
        tell(withoutAddress);
        tell(tooLate);

        // Then
        awaitState(withoutConsent, "SUPPRESSED");
        awaitState(withoutAddress, "UNDELIVERABLE");
        awaitState(tooLate, "EXPIRED");
        assertThat(surroundings.mailbox().of(address)).isEmpty();
    }

    @Test
    void withoutAnAnswerOfIntakeItWaitsAndIsSentOnce() {
        // Given
        surroundings.intake().knowsMember(facts.episodeId(), patient, "EMAIL", address, true);
        surroundings.intake().fallSilent(true);
        var due = due(PatientNoticeKind.CHECKIN_ENDING, null);

        // When
        tell(due);
        await().until(() -> jdbc.sql("select coalesce(max(tries), 0) from patient_notice where id = ?")
                        .param(due.getNoticeId())
                        .query(Integer.class)
                        .single()
                > 1);
        surroundings.intake().fallSilent(false);

        // Then
        assertThat(awaitMails(address, 1)).hasSize(1);
    }

    @Test
    void anErasedPatientsNoticesAreGone() {
        // Given
        surroundings.intake().knowsMember(facts.episodeId(), patient, "NONE", null, true);
        var due = due(PatientNoticeKind.CHECKIN_OPENED, null);
        tell(due);
        awaitState(due, "UNDELIVERABLE");

        // When
        surroundings.tell(facts.erased(2));

        // Then
        await().until(() -> jdbc.sql("select count(*) from patient_notice where episode_id = ?")
                        .param(facts.episodeId())
                        .query(Long.class)
                        .single()
                == 0);
    }

    private void tell(PatientNoticeDue due) {
        surroundings.topics().send(Topics.PATIENT_NOTICE, patient, due);
    }

    private PatientNoticeDue due(PatientNoticeKind kind, @Nullable String recipient) {
        return PatientNoticeDue.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(1)
                .setOccurredAt(Facts.START)
                .setRecordedAt(Facts.START)
                .setPatientId(facts.patientId())
                .setEpisodeId(facts.episodeId())
                .setNoticeId(UUID.randomUUID())
                .setKind(kind)
                .setRecipient(recipient)
                .setCheckinId(UUID.randomUUID())
                .setExpiresAt(Facts.START.plus(Duration.ofDays(3650)))
                .build();
    }

    private List<MimeMessage> awaitMails(String to, int count) {
        return await().until(() -> surroundings.mailbox().of(to), mails -> mails.size() >= count);
    }

    private void awaitState(PatientNoticeDue due, String state) {
        await().until(() -> state(due).equals(state));
    }

    private String state(PatientNoticeDue due) {
        return jdbc.sql("select state from patient_notice where id = ?")
                .param(due.getNoticeId())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static String token(MimeMessage mail) {
        var link = LINK.matcher(Mailbox.text(mail).replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
