package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.EscalationState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Has a service of its own: its care time is nobody else's. */
@InSurroundings
@TestPropertySource(properties = "throughline.providers.delay=24h")
class ReleaseTimeIT {

    private static final Duration DELAY = Duration.ofHours(24);

    private final Surroundings surroundings = Surroundings.shared();
    private final ServiceClient service;

    ReleaseTimeIT(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.service = new ServiceClient(port, managementPort);
    }

    @Test
    void withoutAcknowledgementAProviderIsToldWhenTheDelayIsOverAndNotBefore() {
        try (var sink = new WebhookSink();
                var markers = new WebhookSink()) {
            // Given
            var marker = new Facts();
            var markerClinic = raise(marker, markers);
            service.setCareTime(Facts.START.plusMillis(1));
            var facts = new Facts();
            var clinic = raise(facts, sink);
            service.setCareTime(Facts.START.plus(DELAY));
            service.awaitState(marker, markerClinic, "DELIVERED");
            assertThat(sink.calls()).isEmpty();
            service.awaitState(facts, clinic, "WAITING");

            // When
            service.setCareTime(Facts.START.plus(DELAY).plusMillis(1));

            // Then
            service.awaitState(facts, clinic, "DELIVERED");
            assertThat(sink.calls()).hasSize(1);
        }
    }

    /** @return the outside provider who waits to be told */
    private String raise(Facts facts, WebhookSink sink) {
        var clinic = facts.joins("clinic", Role.SPECIALIST);
        surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
        surroundings.introduce(facts);
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        service.awaitState(facts, clinic, "WAITING");
        return clinic;
    }
}
