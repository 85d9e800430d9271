package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.testkit.security.TestTokens;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

@InSurroundings
class CoordinatorNoticeIT {

    private final Surroundings surroundings = Surroundings.shared();
    private final JdbcClient jdbc;
    private final RestClient service;

    CoordinatorNoticeIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.service = RestClient.create("http://127.0.0.1:" + port);
    }

    @Test
    void tellsTheCoordinatorByMailAndOnTheWorklist() {
        // Given
        var facts = surroundings.patientWithCoordinator();

        // When
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));

        // Then
        var mail = awaitMails(facts, 1).getFirst();
        assertThat(Mailbox.text(mail))
                .contains("https://throughline.example/console/escalations/" + facts.escalationId())
                .contains("routine")
                .doesNotContain("NPRS", "Ada", "pain", facts.patientId().toString());
        assertThat(Mailbox.header(mail, "Message-ID")).contains(Mailbox.header(mail, "X-Throughline-Notice"));
        var listed = escalations(facts.coordinator(), "coordinator");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("why").asString()).isEqualTo("Pain 6, 6, 7, 6 over 5 weeks; target 3");
    }

    @Test
    void sameEventTwiceIsOneMail() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        var raised = facts.plateau(1, EscalationState.RAISED);

        // When
        surroundings.tell(raised);
        surroundings.tell(raised);
        surroundings.tell(facts.plateau(2, EscalationState.UPDATED));

        // Then
        var mails = awaitMails(facts, 2);
        assertThat(mails)
                .extracting(mail -> Mailbox.header(mail, "Subject"))
                .containsExactly("Routine: an escalation was raised", "Routine: an escalation has new evidence");
        assertThat(mails)
                .extracting(mail -> Mailbox.header(mail, "X-Throughline-Notice"))
                .doesNotHaveDuplicates();
    }

    @Test
    void anEscalationThatComesBeforeItsEpisodeIsToldOnceTheEpisodeIsKnown() {
        // Given
        var facts = new Facts();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        surroundings.tell(facts.plateau(2, EscalationState.RESOLVED));
        await().until(() -> jdbc.sql("select count(*) from untold_version where escalation_id = :id")
                        .param("id", facts.escalationId())
                        .query(Integer.class)
                        .single()
                == 2);

        // When
        surroundings.introduce(facts);

        // Then
        assertThat(awaitMails(facts, 2))
                .extracting(mail -> Mailbox.header(mail, "Subject"))
                .containsExactly("Routine: an escalation was raised", "Routine: an escalation was resolved");
    }

    @Test
    void intakeServicesAbsenceDoesNotHoldUpTheCoordinator() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        awaitMails(facts, 1);
        surroundings.intake().fallSilent(true);

        try {
            // When
            surroundings.tell(facts.plateau(2, EscalationState.UPDATED));

            // Then
            awaitMails(facts, 2);
        } finally {
            surroundings.intake().fallSilent(false);
        }
    }

    @Test
    void aBurstReachesEachOfItsCoordinatorsOnce() {
        // Given
        var patients =
                Stream.generate(surroundings::patientWithCoordinator).limit(200).toList();

        // When
        patients.forEach(facts -> surroundings.tell(facts.plateau(1, EscalationState.RAISED)));

        // Then
        var awaited = patients.stream().map(Facts::coordinatorMail).toList();
        await().pollInterval(Duration.ofMillis(250))
                .until(
                        () -> surroundings.mailbox().addresses().stream()
                                .filter(awaited::contains)
                                .sorted()
                                .toList(),
                        arrived -> arrived.equals(awaited.stream().sorted().toList()));
    }

    @Test
    void anUnrelatedCoordinatorSeesNothing() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        awaitMails(facts, 1);

        // When
        var listed = escalations("somebody-else", "coordinator");
        var one = service.get()
                .uri("/escalations/" + facts.escalationId())
                .header("Authorization", TestTokens.bearer("somebody-else", "coordinator"))
                .exchange((request, response) -> response.getStatusCode().value());

        // Then
        assertThat(listed).isEmpty();
        assertThat(one).isEqualTo(404);
    }

    private JsonNode escalations(String subject, String role) {
        return service.get()
                .uri("/escalations")
                .header("Authorization", TestTokens.bearer(subject, role))
                .retrieve()
                .requiredBody(JsonNode.class);
    }

    private List<MimeMessage> awaitMails(Facts facts, int count) {
        var mailbox = surroundings.mailbox();
        return await().pollInterval(Duration.ofMillis(50))
                .until(() -> mailbox.of(facts.coordinatorMail()), mails -> mails.size() >= count);
    }
}
