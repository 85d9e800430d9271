package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.EscalationState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@InSurroundings
class SharedLinkIT {

    private final Surroundings surroundings = Surroundings.shared();
    private final JdbcClient jdbc;
    private final ServiceClient service;

    SharedLinkIT(@LocalServerPort int port, @LocalManagementPort int managementPort, @Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.service = new ServiceClient(port, managementPort);
    }

    @Test
    void aSharedLinkShowsTheEvidenceAloneAndForAsLongAsThePatientConsents() {
        // Given
        var facts = new Facts();
        var practice = facts.joins("practice", Role.PCP);
        surroundings.intake().knowsMember(facts.episodeId(), practice, "EMAIL", mail(practice), true);
        surroundings.introduce(facts);
        // A reading of the same measure that the escalation does not rest on.
        surroundings.topics().send(Topics.OUTCOME, facts.patientId().toString(), facts.reading("NPRS", 9.5));
        awaitReading(facts);
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        var link = linkTo(facts, practice);

        // When
        var shared = service.page(link);
        surroundings.intake().knowsMember(facts.episodeId(), practice, "EMAIL", mail(practice), false);
        var afterwards = service.page(link);
        var forged = service.page(link.replaceAll("...$", "AAA"));

        // Then
        assertThat(shared)
                .contains("Pain 6, 6, 7, 6 over 5 weeks; target 3", "partner-patient-" + practice, "11 May 2026")
                .doesNotContain(
                        "9.5",
                        "Other reading",
                        "Ada Example",
                        "Acknowledge",
                        facts.patientId().toString());
        assertThat(List.of(afterwards, forged))
                .allMatch(page -> page.contains("no longer available") && !page.contains("Pain 6"));
    }

    private String linkTo(Facts facts, String member) {
        service.awaitState(facts, facts.coordinator(), "DELIVERED");
        service.acknowledge(facts);
        service.awaitState(facts, member, "DELIVERED");
        var link = Pattern.compile("https://throughline.example(/shared/[A-Za-z0-9_-]+)")
                .matcher(Mailbox.text(surroundings.mailbox().of(mail(member)).getFirst()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void awaitReading(Facts facts) {
        await().until(() -> jdbc.sql("select count(*) from reading where episode_id = :id")
                        .param("id", facts.episodeId())
                        .query(Integer.class)
                        .single()
                == 1);
    }

    private static String mail(String member) {
        return member + "@clinic.example";
    }
}
