package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.schemas.partner.NoticeKind;
import io.github.throughline.schemas.partner.ProviderNotice;
import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.records.TopicProbe;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@InSurroundings
class ProviderNoticeIT {

    private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private final Surroundings surroundings = Surroundings.shared();
    private final ServiceClient service;

    ProviderNoticeIT(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.service = new ServiceClient(port, managementPort);
    }

    @Test
    void aWebhookThatFailsTwiceGetsTheSameIdAndBodyThrice() throws Exception {
        try (var sink = new WebhookSink(500, 302)) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
            raise(facts);

            // When
            service.acknowledge(facts);

            // Then
            var notice = service.awaitState(facts, clinic, "DELIVERED");
            assertThat(notice.get("attempts").asInt()).isEqualTo(3);
            assertThat(sink.calls()).hasSize(3);
            var first = sink.calls().getFirst();
            for (var call : sink.calls()) {
                assertThat(call.id()).isEqualTo(notice.get("noticeId").asString());
                assertThat(call.body()).isEqualTo(first.body());
                new Webhook(SECRET).verify(new String(call.body(), StandardCharsets.UTF_8), headers(call));
            }
            assertThat(new String(first.body(), StandardCharsets.UTF_8))
                    .contains("escalation.raised", "partner-patient-" + clinic, "ROUTINE", "/shared/")
                    .doesNotContain("NPRS", "Ada");
        }
    }

    @Test
    void consentWithdrawnBeforeSendingIsSuppressed() {
        try (var sink = new WebhookSink()) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
            raise(facts);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), false);

            // When
            service.acknowledge(facts);

            // Then
            var notice = service.awaitState(facts, clinic, "SUPPRESSED");
            assertThat(notice.get("reason").asString()).isEqualTo("no-consent");
            assertThat(sink.calls()).isEmpty();
        }
    }

    @Test
    void consentWithdrawnBetweenDetectionAndSendingIsSuppressedAndTheCoordinatorIsTold() {
        // Given
        var facts = new Facts();
        var clinic = facts.joins("clinic", Role.SPECIALIST);
        facts.permits(clinic);
        surroundings.intake().knowsMember(facts.episodeId(), clinic, "EMAIL", "clinic@outside.example", true);
        raise(facts);
        surroundings.intake().knowsMember(facts.episodeId(), clinic, "EMAIL", "clinic@outside.example", false);

        // When
        service.acknowledge(facts);

        // Then
        service.awaitState(facts, clinic, "SUPPRESSED");
        service.awaitNotice(
                facts,
                facts.coordinator(),
                notice -> notice.get("kind").asString().equals("CONSENT_WITHDRAWN"));
    }

    @Test
    void whoNeverHadConsentIsNobodysNews() {
        // Given
        var facts = new Facts();
        var clinic = facts.joins("clinic", Role.SPECIALIST);
        surroundings.intake().knowsMember(facts.episodeId(), clinic, "EMAIL", "clinic@outside.example", false);
        raise(facts);

        // When
        service.acknowledge(facts);

        // Then
        service.awaitState(facts, clinic, "SUPPRESSED");
        assertThat(service.notices(facts))
                .extracting(notice -> notice.get("kind").asString())
                .containsOnly("RAISED");
    }

    @Test
    void withoutAnAnswerAboutConsentNobodyIsTold() {
        try (var sink = new WebhookSink()) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
            raise(facts);
            surroundings.intake().fallSilent(true);
            service.acknowledge(facts);
            var path = "/episodes/" + facts.episodeId() + "/recipients/" + clinic;
            await().until(() -> surroundings.intake().askedFor(path) > 1);
            assertThat(sink.calls()).isEmpty();

            // When
            surroundings.intake().fallSilent(false);

            // Then
            var notice = service.awaitState(facts, clinic, "DELIVERED");
            assertThat(notice.get("attempts").asInt()).isEqualTo(1);
        } finally {
            surroundings.intake().fallSilent(false);
        }
    }

    @Test
    void anAddressThatIsGoneIsNotCalledAgainAndTheCoordinatorIsTold() {
        try (var sink = new WebhookSink(410)) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
            raise(facts);
            service.acknowledge(facts);
            service.awaitState(facts, clinic, "FAILED");

            // When
            surroundings.tell(facts.plateau(2, EscalationState.RESOLVED));

            // Then
            service.awaitNotice(
                    facts,
                    clinic,
                    notice -> notice.get("version").asInt() == 2
                            && notice.get("state").asString().equals("FAILED"));
            assertThat(sink.calls()).hasSize(1);
            service.awaitNotice(
                    facts,
                    facts.coordinator(),
                    notice -> notice.get("kind").asString().equals("PROVIDER_NOT_TOLD")
                            && notice.get("state").asString().equals("DELIVERED"));
            assertThat(surroundings.mailbox().of(facts.coordinatorMail()))
                    .extracting(mail -> Mailbox.header(mail, "Subject"))
                    .contains("Routine: an outside provider could not be told of an escalation");
        }
    }

    @Test
    void whatEndedBeforeAProviderWasToldIsNotTold() {
        // Given
        var facts = new Facts();
        var clinic = facts.joins("clinic", Role.SPECIALIST);
        surroundings.intake().knowsMember(facts.episodeId(), clinic, "EMAIL", clinic + "@clinic.example", true);
        raise(facts);

        // When
        surroundings.tell(facts.plateau(2, EscalationState.WITHDRAWN));

        // Then
        var notice = service.awaitState(facts, clinic, "SUPPRESSED");
        assertThat(notice.get("reason").asString()).isEqualTo("overtaken");
        service.awaitNotice(
                facts, facts.coordinator(), n -> n.get("kind").asString().equals("WITHDRAWN"));
        assertThat(service.notices(facts))
                .noneMatch(n -> n.get("recipient").asString().equals(clinic)
                        && n.get("version").asInt() == 2);
    }

    @Test
    void aPartnerReadsItsNoticesOnItsOwnTopic() {
        // Given
        var partner = "ehr-" + UUID.randomUUID().toString().substring(0, 8);
        TestBacking.shared().createTopics(Topics.partner(partner));
        var facts = new Facts();
        var member = facts.joinsFrom(partner, Role.PCP);
        surroundings.intake().knowsMember(facts.episodeId(), member, "PARTNER_TOPIC", partner, true);
        raise(facts);

        // When
        service.acknowledge(facts);

        // Then
        try (var probe = TopicProbe.of(Topics.partnerNotice(partner), ProviderNotice.class)) {
            var told = probe.awaitCount("partner-patient-" + member, 1).getFirst();
            assertThat(told.getKind()).isEqualTo(NoticeKind.ESCALATION_RAISED);
            assertThat(told.getNoticeId().toString())
                    .isEqualTo(service.awaitState(facts, member, "DELIVERED")
                            .get("noticeId")
                            .asString());
        }
    }

    @Test
    void whatComesAfterANewerVersionIsToldToNoProvider() {
        // Given
        var facts = new Facts();
        var clinic = facts.joins("clinic", Role.SPECIALIST);
        surroundings.intake().knowsMember(facts.episodeId(), clinic, "EMAIL", clinic + "@clinic.example", true);
        surroundings.introduce(facts);
        surroundings.tell(facts.plateau(2, EscalationState.RESOLVED));

        // When
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));

        // Then
        service.awaitNotice(facts, facts.coordinator(), n -> n.get("version").asInt() == 1);
        assertThat(service.notices(facts))
                .noneMatch(notice -> notice.get("recipient").asString().equals(clinic));
    }

    private void raise(Facts facts) {
        surroundings.introduce(facts);
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        service.awaitState(facts, facts.coordinator(), "DELIVERED");
    }

    private static HttpHeaders headers(WebhookSink.Call call) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(call.id()),
                        "webhook-timestamp", List.of(call.timestamp()),
                        "webhook-signature", List.of(call.signature())),
                (name, value) -> true);
    }
}
