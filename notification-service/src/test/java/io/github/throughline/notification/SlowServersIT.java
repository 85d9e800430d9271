package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.episode.Role;
import io.github.throughline.testkit.backing.BackingServicesInitializer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Every timeout of a single read is kept by a server that says a little now and then. What is told here are safety
 * answers: they go before what other tests have left on the topics, which is slow here too.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.webhook.timeout=500ms",
            "throughline.delivery.deadline=1s",
            "throughline.delivery.lease=2s",
            "throughline.intake.read-timeout=300ms"
        })
@ContextConfiguration(initializers = {BackingServicesInitializer.class, SlowServersIT.Initializer.class})
class SlowServersIT {

    private static final Surroundings SURROUNDINGS = new Surroundings();
    private static final SlowServer MAIL = new SlowServer("", "220-please wait\r\n");

    /** Mail goes to the slow server. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new Surroundings.Initializer(SURROUNDINGS, Facts.START)
                    .with("spring.mail.port", MAIL.port())
                    .initialize(context);
        }
    }

    private final ServiceClient service;

    SlowServersIT(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.service = new ServiceClient(port, managementPort);
    }

    @Test
    void aMailServerThatNeverComesToAnEndIsHungUpOnAndTriedAgain() {
        // Given
        var facts = new Facts();
        SURROUNDINGS.introduce(facts);
        int before = MAIL.brokenOff();

        // When
        SURROUNDINGS.tell(facts.safetyAnswer());

        // Then
        var notice = service.awaitNotice(
                facts, facts.coordinator(), n -> n.path("attempts").asInt() >= 2);
        assertThat(notice.get("reason").asString()).isEqualTo("too-slow");
        await().atMost(Duration.ofSeconds(60)).until(() -> MAIL.brokenOff() >= before + 2);
    }

    @Test
    void aWebhookWhoseAnswerNeverEndsIsHungUpOnAndTriedAgain() {
        try (var stalling = new SlowServer("HTTP/1.1 200 OK\r\n\r\n", "x")) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            var url = "http://127.0.0.1:" + stalling.port() + "/hook";
            SURROUNDINGS.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", url, true);
            SURROUNDINGS.introduce(facts);
            SURROUNDINGS.tell(facts.safetyAnswer());
            service.awaitState(facts, clinic, "WAITING");

            // When
            service.acknowledge(facts);

            // Then
            var notice =
                    service.awaitNotice(facts, clinic, n -> n.path("attempts").asInt() >= 2);
            assertThat(notice.get("reason").asString()).isEqualTo("webhook-too-slow");
            await().atMost(Duration.ofSeconds(60)).until(() -> stalling.brokenOff() >= 2);
        }
    }

    @Test
    void anIdentityProviderThatHangsHoldsUpNoCoordinator() {
        // Given
        SURROUNDINGS.identity().tokensLast(Duration.ofSeconds(1));
        var known = new Facts();
        SURROUNDINGS.introduce(known);
        SURROUNDINGS.tell(known.safetyAnswer());
        service.awaitNotice(known, known.coordinator(), n -> n.path("attempts").asInt() >= 1);
        var facts = new Facts(known.coordinator());
        SURROUNDINGS.introduce(facts);
        SURROUNDINGS.identity().hang(true);

        try {
            // When
            SURROUNDINGS.tell(facts.safetyAnswer());

            // Then
            var notice = service.awaitNotice(
                    facts, facts.coordinator(), n -> n.path("attempts").asInt() >= 1);
            assertThat(notice.get("reason").asString()).isEqualTo("too-slow");
        } finally {
            SURROUNDINGS.identity().hang(false);
            SURROUNDINGS.identity().tokensLast(Duration.ofMinutes(10));
        }
    }
}
