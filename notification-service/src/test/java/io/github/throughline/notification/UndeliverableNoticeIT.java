package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.EscalationState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@InSurroundings
class UndeliverableNoticeIT {

    private final Surroundings surroundings = Surroundings.shared();
    private final ServiceClient service;

    UndeliverableNoticeIT(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.service = new ServiceClient(port, managementPort);
    }

    @Test
    void providersThatHangDoNotHoldUpACoordinator() throws IOException {
        // It takes connections and never says a word.
        try (var hanging = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            // Given
            var facts = new Facts();
            var url = "http://127.0.0.1:" + hanging.getLocalPort() + "/hook";
            var clinics = IntStream.range(0, 30)
                    .mapToObj(n -> facts.joins("clinic-" + n, Role.SPECIALIST))
                    .toList();
            clinics.forEach(
                    clinic -> surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", url, true));
            raise(facts);
            var other = surroundings.patientWithCoordinator();
            service.acknowledge(facts);
            var asked = clinics.stream()
                    .map(clinic -> "/episodes/" + facts.episodeId() + "/recipients/" + clinic)
                    .toList();
            await().until(() -> asked.stream()
                            .filter(path -> surroundings.intake().askedFor(path) > 0)
                            .count()
                    >= 24);

            // When
            surroundings.tell(other.plateau(1, EscalationState.RAISED));

            // Then
            await().until(() ->
                    !surroundings.mailbox().of(other.coordinatorMail()).isEmpty());
        }
    }

    @Test
    void aNoFromSomebodyElseThanIntakeServiceIsNoAnswer() {
        try (var sink = new WebhookSink()) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
            surroundings.intake().questionsStray(facts.episodeId(), clinic, 2);
            raise(facts);

            // When
            service.acknowledge(facts);

            // Then
            var notice = service.awaitState(facts, clinic, "DELIVERED");
            assertThat(notice.get("attempts").asInt()).isEqualTo(3);
            assertThat(sink.calls()).hasSize(1);
        }
    }

    @Test
    void whatIntakeServiceRefusesForTooLongIsTheCoordinatorsToTell() {
        // Given
        var facts = new Facts();
        var clinic = facts.joins("clinic", Role.SPECIALIST);
        surroundings.intake().questionsStray(facts.episodeId(), clinic, Integer.MAX_VALUE);
        raise(facts);

        // When
        service.acknowledge(facts);

        // Then
        var notice = service.awaitState(facts, clinic, "FAILED");
        assertThat(notice.get("reason").asString()).isEqualTo("intake-refused");
        service.awaitNotice(
                facts, facts.coordinator(), n -> n.get("kind").asString().equals("PROVIDER_NOT_TOLD"));
    }

    @Test
    void theCoordinatorIsToldOfEachProviderWhoCanNotBeTold() {
        // Given
        var facts = new Facts();
        var first = facts.joins("clinic", Role.SPECIALIST);
        var second = facts.joins("practice", Role.PCP);
        List.of(first, second)
                .forEach(who -> surroundings.intake().knowsMember(facts.episodeId(), who, "FAX", "+41 44", true));
        raise(facts);

        // When
        service.acknowledge(facts);

        // Then
        await().untilAsserted(() -> assertThat(surroundings.mailbox().of(facts.coordinatorMail()))
                .filteredOn(mail -> Mailbox.header(mail, "Subject").contains("could not be told"))
                .hasSize(2)
                .extracting(mail -> Mailbox.header(mail, "Message-ID"))
                .doesNotHaveDuplicates());
    }

    @Test
    void whoeverIsNotLetInToTheConsoleDoesNotReadItInstead() {
        // Given
        var facts = new Facts();
        var daughter = facts.joins("daughter", Role.CAREGIVER);
        surroundings.intake().knowsCaregiver(facts.episodeId(), daughter);
        raise(facts);

        // When
        service.acknowledge(facts);

        // Then
        var notice = service.awaitState(facts, daughter, "FAILED");
        assertThat(notice.get("reason").asString()).isEqualTo("no-usable-channel");
    }

    @Test
    void whoHasLeftTheCareTeamIsToldNothing() {
        // Given
        var facts = new Facts();
        var clinic = facts.joins("clinic", Role.SPECIALIST);
        surroundings.intake().knowsThatThereIsNo(facts.episodeId(), clinic, "MEMBER_UNKNOWN");
        raise(facts);

        // When
        service.acknowledge(facts);

        // Then
        var notice = service.awaitState(facts, clinic, "SUPPRESSED");
        assertThat(notice.get("reason").asString()).isEqualTo("not-in-care-team");
    }

    @Test
    void aProviderWhomNoChannelReachesIsTheCoordinatorsToTell() {
        // Given
        var facts = new Facts();
        var clinic = facts.joins("clinic", Role.SPECIALIST);
        surroundings.intake().knowsMember(facts.episodeId(), clinic, "FAX", "+41 44 000 00 00", true);
        raise(facts);

        // When
        service.acknowledge(facts);

        // Then
        var notice = service.awaitState(facts, clinic, "FAILED");
        assertThat(notice.get("reason").asString()).isEqualTo("no-usable-channel");
        assertThat(notice.get("attempts").asInt()).isZero();
        service.awaitNotice(
                facts, facts.coordinator(), n -> n.get("kind").asString().equals("PROVIDER_NOT_TOLD"));
        var physician = service.awaitState(facts, facts.physician(), "SUPPRESSED");
        assertThat(physician.get("reason").asString()).isEqualTo("no-channel");
    }

    @Test
    void nothingIsSignedWithoutASecret() {
        try (var sink = new WebhookSink()) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
            surroundings.intake().knowsNoSecretOf(facts.episodeId(), clinic);
            raise(facts);

            // When
            service.acknowledge(facts);

            // Then
            var notice =
                    service.awaitNotice(facts, clinic, n -> n.path("attempts").asInt() > 0);
            assertThat(notice.get("reason").asString()).isEqualTo("no-secret");
            assertThat(notice.get("state").asString()).isEqualTo("FAILED");
            assertThat(sink.calls()).isEmpty();
        }
    }

    @Test
    void aCoordinatorsWrongAddressIsLoggedAndTriedUntilSomebodyCorrectsIt() {
        // Given
        var facts = new Facts();
        surroundings.introduce(facts);
        surroundings.intake().knowsCoordinator(facts.coordinator(), "nobody at all");

        try (var log = LoggedErrors.of("io.github.throughline.notification.delivery")) {
            // When
            surroundings.tell(facts.plateau(1, EscalationState.RAISED));
            var refused = service.awaitNotice(
                    facts, facts.coordinator(), n -> n.path("attempts").asInt() > 0);
            surroundings.intake().knowsCoordinator(facts.coordinator(), facts.coordinatorMail());

            // Then
            assertThat(refused.get("state").asString()).isEqualTo("PENDING");
            assertThat(refused.get("reason").asString()).isEqualTo("bad-address");
            service.awaitState(facts, facts.coordinator(), "DELIVERED");
            assertThat(service.counted("throughline.notices", "state:rejected")).isPositive();
            assertThat(log.keys())
                    .anyMatch(keys -> keys.contains(refused.get("noticeId").asString())
                            && keys.contains(facts.escalationId().toString())
                            && keys.contains("COORDINATOR")
                            && !keys.contains("nobody at all"));
        }
    }

    private void raise(Facts facts) {
        surroundings.introduce(facts);
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        service.awaitState(facts, facts.coordinator(), "DELIVERED");
    }
}
