package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.EscalationState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@InSurroundings
class UndeliverableNoticeIT {

    private static final Duration WEBHOOK_TIMEOUT = Duration.ofSeconds(15);

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
            await().atMost(WEBHOOK_TIMEOUT.dividedBy(2))
                    .until(() ->
                            !surroundings.mailbox().of(other.coordinatorMail()).isEmpty());
        }
    }

    @Test
    void aNoFromSomebodyElseThanIntakeServiceIsNoAnswer() {
        try (var sink = new WebhookSink()) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            raise(facts);
            service.acknowledge(facts);
            var waiting = service.awaitNotice(
                    facts, clinic, notice -> !notice.path("reason").asString("").isEmpty());

            // When
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);

            // Then
            assertThat(waiting.get("state").asString()).isEqualTo("PENDING");
            service.awaitState(facts, clinic, "DELIVERED");
        }
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
    void aCoordinatorWhoCanNotBeToldIsLoggedAndTheEscalationStaysOnTheWorklist() {
        // Given
        var facts = new Facts();
        surroundings.introduce(facts);
        surroundings.intake().knowsCoordinator(facts.coordinator(), "nobody at all");
        var log = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger("io.github.throughline.notification.delivery");
        log.start();
        logger.addAppender(log);

        try {
            // When
            surroundings.tell(facts.plateau(1, EscalationState.RAISED));

            // Then
            var notice = service.awaitState(facts, facts.coordinator(), "FAILED");
            assertThat(notice.get("reason").asString()).isEqualTo("bad-address");
            assertThat(service.get("/escalations", facts.coordinator(), "coordinator")
                            .body()
                            .toString())
                    .contains(facts.escalationId().toString());
            await().untilAsserted(() -> assertThat(List.copyOf(log.list))
                    .filteredOn(event -> event.getLevel() == Level.ERROR)
                    .extracting(event -> String.valueOf(event.getKeyValuePairs()))
                    .anyMatch(keys -> keys.contains(notice.get("noticeId").asString())
                            && keys.contains(facts.escalationId().toString())
                            && keys.contains("COORDINATOR")
                            && !keys.contains("nobody at all")));
        } finally {
            logger.detachAppender(log);
        }
    }

    private void raise(Facts facts) {
        surroundings.introduce(facts);
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        service.awaitState(facts, facts.coordinator(), "DELIVERED");
    }
}
