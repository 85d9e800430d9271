package io.github.throughline.notification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.escalation.EscalationState;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@InSurroundings
class AcknowledgeLinkIT {

    private static final Pattern LINK = Pattern.compile("https://throughline.example(/acknowledge/[A-Za-z0-9_-]+)");

    private final Surroundings surroundings = Surroundings.shared();
    private final Browser browser;
    private final ServiceClient service;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AcknowledgeLinkIT(
            @LocalServerPort int port,
            @LocalManagementPort int managementPort,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.browser = new Browser(port);
        this.service = new ServiceClient(port, managementPort);
    }

    @Test
    void openingTheLinkChangesNothingAndTheButtonAcknowledgesOnce() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        String link = link(mail(facts, 1));

        // When
        var opened = browser.get(link);

        // Then
        assertThat(opened.body())
                .contains("Acknowledge as " + facts.coordinator())
                .doesNotContain("NPRS", "Pain", "Ada Example", facts.patientId().toString());
        assertThat(holder(facts)).isEmpty();

        // When
        var acknowledged = browser.post(opened, link, "");
        var again = browser.get(link);

        // Then
        assertThat(acknowledged.body()).contains("You hold it");
        assertThat(again.body()).contains("You hold it").doesNotContain("<button type=\"submit\"");
        assertThat(holder(facts)).isEqualTo(facts.coordinator());
    }

    @Test
    void theButtonWorksForAsLongAsTheLinkDoes() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        String link = link(mail(facts, 1));

        // When
        var acknowledged = browser.postWithoutToken(link);

        // Then
        assertThat(acknowledged.body()).contains("You hold it");
        assertThat(holder(facts)).isEqualTo(facts.coordinator());
    }

    @Test
    void whoPressesTheButtonSecondIsToldWhoHoldsIt() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        String link = link(mail(facts, 1));

        // When
        var second = pressedWhile(facts, link, "acknowledged_by = 'ben', acknowledged_at = now()");

        // Then
        assertThat(second.body()).contains("ben holds it").doesNotContain("You hold it");
        assertThat(usedLinks(facts)).isZero();
    }

    @Test
    void whatEndsWhileTheButtonIsPressedIsOver() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        String link = link(mail(facts, 1));

        // When
        var late = pressedWhile(facts, link, "open = false, document = jsonb_set(document, '{state}', '\"RESOLVED\"')");

        // Then
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.body()).contains("It is over");
    }

    @Test
    void aLinkOfAnotherPurposeAForgedOneAndOneOfAnEndedEscalationAcknowledgeNothing() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        String link = link(mail(facts, 1));

        // Then
        assertThat(browser.get(link.replaceAll("...$", "AAA")).statusCode()).isEqualTo(410);
        assertThat(browser.get(link.replace("/acknowledge/", "/shared/")).statusCode())
                .isEqualTo(410);

        // When
        surroundings.tell(facts.plateau(2, EscalationState.RESOLVED));
        mail(facts, 2);

        // Then
        assertThat(browser.get(link).body()).contains("It is over");
    }

    @Test
    void whoDoesNotCareForThePatientAnyMoreAcknowledgesNothing() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        String link = link(mail(facts, 1));
        var successor = "successor-" + facts.episodeId();
        surroundings.intake().knowsCoordinator(successor, successor + "@clinic.example");

        // When
        surroundings.tell(facts.handedTo(successor, 2));
        service.awaitState(facts, successor, "DELIVERED");

        // Then
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
    }

    /** The button's answer when it waits for somebody else's change. */
    private HttpResponse<String> pressedWhile(Facts facts, String link, String change) {
        CompletableFuture<HttpResponse<String>> pressed = requireNonNull(transaction.execute(status -> {
            jdbc.sql("update escalation set " + change + " where id = :id")
                    .param("id", facts.escalationId())
                    .update();
            int us = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
            var answer =
                    CompletableFuture.supplyAsync(() -> browser.postWithoutToken(link), Thread::startVirtualThread);
            await().until(() -> waitingFor(us) > 0);
            return answer;
        }));
        return pressed.join();
    }

    private int waitingFor(int backend) {
        return jdbc.sql("select count(*) from pg_stat_activity where :backend = any (pg_blocking_pids(pid))")
                .param("backend", backend)
                .query(Integer.class)
                .single();
    }

    private int usedLinks(Facts facts) {
        return jdbc.sql("select count(*) from used_link u join notice n on n.id = u.notice_id where n.episode_id = :id")
                .param("id", facts.episodeId())
                .query(Integer.class)
                .single();
    }

    private String holder(Facts facts) {
        return service.get("/escalations/" + facts.escalationId(), facts.coordinator(), "coordinator")
                .body()
                .at("/acknowledgement/by")
                .asString("");
    }

    private MimeMessage mail(Facts facts, int number) {
        List<MimeMessage> mails =
                await().until(() -> surroundings.mailbox().of(facts.coordinatorMail()), all -> all.size() >= number);
        return mails.getLast();
    }

    private static String link(MimeMessage mail) {
        assertThat(Mailbox.text(mail)).contains("text/plain", "text/html", "<a href=\"https://throughline.example");
        var link = LINK.matcher(Mailbox.text(mail));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
