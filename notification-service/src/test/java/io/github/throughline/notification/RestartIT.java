package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.testkit.backing.BackingServicesInitializer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

class RestartIT {

    /** What makes the second run a restart of the first: its database and its place on the topics. */
    private static final List<String> KEPT = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.kafka.consumer.group-id");

    private final Surroundings surroundings = new Surroundings();

    @Test
    void aRestartInTheMiddleOfTheWaitLosesAndDoublesNothing() {
        try (var sink = new WebhookSink()) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
            var first = start(Map.of(), Facts.START);
            surroundings.introduce(facts);
            surroundings.tell(facts.plateau(1, EscalationState.RAISED));
            var service = client(first);
            service.awaitState(facts, facts.coordinator(), "DELIVERED");
            var noticeId = service.awaitState(facts, clinic, "WAITING").get("noticeId");
            surroundings.identity().letsIn(facts.coordinator(), "coordinator");
            var browser = new Browser(port(first));
            browser.get("/console");
            var kept = new HashMap<String, Object>();
            KEPT.forEach(name -> kept.put(name, first.getEnvironment().getRequiredProperty(name)));
            first.close();

            // When
            try (var second = start(kept, Facts.START.plus(Duration.ofHours(24)))) {
                // Then
                var delivered = client(second).awaitState(facts, clinic, "DELIVERED");
                assertThat(delivered.get("noticeId")).isEqualTo(noticeId);
                assertThat(sink.calls()).hasSize(1);
                assertThat(surroundings.mailbox().of(facts.coordinatorMail())).hasSize(1);
                // Nobody signs in again.
                assertThat(browser.at(port(second)).refresh("/console").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static ServiceClient client(ConfigurableApplicationContext context) {
        return new ServiceClient(
                port(context), context.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private ConfigurableApplicationContext start(Map<String, Object> kept, Instant careTime) {
        var application = new SpringApplication(NotificationServiceApplication.class);
        application.setDefaultProperties(Map.of("server.port", "0"));
        application.addInitializers(
                new BackingServicesInitializer(),
                new Surroundings.Initializer(surroundings, careTime),
                context -> context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("kept", kept)));
        return application.run();
    }
}
