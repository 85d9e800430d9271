package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.EscalationState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestartIT {

    private static final Duration DELAY = Duration.ofHours(24);

    private final Surroundings surroundings = new Surroundings();

    @Test
    void withoutAcknowledgementAProviderIsToldOnceTheDelayIsOverAndARestartDoublesNothing() {
        try (var sink = new WebhookSink();
                var earlierSink = new WebhookSink()) {
            // Given
            var facts = new Facts();
            var earlier = new Facts();
            var browser = new Browser(0);
            String clinic;
            String earlierClinic;
            String noticeId;
            Map<String, Object> place;
            try (var first = OwnService.start(surroundings, Facts.START, Map.of())) {
                var service = first.client();
                earlierClinic = raise(earlier, earlierSink, service);
                service.setCareTime(Facts.START.plusMillis(1));
                clinic = raise(facts, sink, service);
                noticeId = noticeId(facts, clinic, "WAITING", service);
                service.awaitState(facts, facts.coordinator(), "DELIVERED");
                surroundings.identity().letsIn(facts.coordinator(), "coordinator");
                browser = browser.at(first.port());
                browser.get("/console");
                place = first.place();
            }

            try (var second = OwnService.start(surroundings, Facts.START.plus(DELAY), place)) {
                var service = second.client();
                service.awaitState(earlier, earlierClinic, "DELIVERED");
                assertThat(noticeId(facts, clinic, "WAITING", service)).isEqualTo(noticeId);
                assertThat(sink.calls()).isEmpty();

                // When
                service.setCareTime(Facts.START.plus(DELAY).plusMillis(1));

                // Then
                assertThat(noticeId(facts, clinic, "DELIVERED", service)).isEqualTo(noticeId);
                assertThat(sink.calls()).hasSize(1);
                assertThat(earlierSink.calls()).hasSize(1);
                assertThat(surroundings.mailbox().of(facts.coordinatorMail()))
                        .filteredOn(mail -> Mailbox.header(mail, "Subject").equals("Routine: an escalation was raised"))
                        .hasSize(1);
                // Nobody signs in again.
                assertThat(browser.at(second.port()).refresh("/console").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    /** @return the outside provider who waits to be told */
    private String raise(Facts facts, WebhookSink sink, ServiceClient service) {
        var clinic = facts.joins("clinic", Role.SPECIALIST);
        surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
        surroundings.introduce(facts);
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        service.awaitState(facts, clinic, "WAITING");
        return clinic;
    }

    private static String noticeId(Facts facts, String recipient, String state, ServiceClient service) {
        return service.awaitState(facts, recipient, state).get("noticeId").asString();
    }
}
