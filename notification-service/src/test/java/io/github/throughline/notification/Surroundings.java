package io.github.throughline.notification;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.testkit.records.TopicWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What the service works with in tests. Services that share one also share its mailbox: a test that starts its own takes its own. */
public final class Surroundings {

    private static final class Shared {

        static final Surroundings INSTANCE = new Surroundings();
    }

    private final Mailbox mailbox = Mailbox.start();
    private final IntakeStandIn intake = IntakeStandIn.start();
    private final IdentityStandIn identity = IdentityStandIn.start();
    private final TopicWriter topics = TopicWriter.open();

    public static Surroundings shared() {
        return Shared.INSTANCE;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public IntakeStandIn intake() {
        return intake;
    }

    public IdentityStandIn identity() {
        return identity;
    }

    public void tell(EpisodeChanged event) {
        topics.send(Topics.EPISODE, event.getPatientId().toString(), event);
    }

    public void tell(EscalationChanged event) {
        topics.send(Topics.ESCALATION, event.getPatientId().toString(), event);
    }

    public TopicWriter topics() {
        return topics;
    }

    /** A patient whose coordinator is known to intake-service; the episode is told. */
    public Facts patientWithCoordinator() {
        var facts = new Facts();
        introduce(facts);
        return facts;
    }

    public void introduce(Facts facts) {
        intake.knowsCoordinator(facts.coordinator(), facts.coordinatorMail());
        intake.knowsPatient(facts.episodeId(), "Ada Example");
        intake.knowsMember(facts.episodeId(), facts.physician(), "NONE", null, true);
        tell(facts.episode(1));
    }

    /** Settings that point the service at them; fast enough for tests. */
    private Map<String, Object> properties(Instant careTime) {
        var properties = new HashMap<String, Object>();
        properties.put("server.port", 0);
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", mailbox.port());
        properties.put("throughline.intake-url", intake.url());
        properties.put("throughline.intake.coordinator-freshness", "0s");
        properties.put("throughline.intake.name-timeout", "20s");
        properties.put("throughline.public-url", "https://throughline.example");
        properties.put("throughline.link-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.put("throughline.checkin-link-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.put("throughline.registry-auto-register", true);
        properties.put("throughline.plan-keys", SampleWard.planKeys());
        properties.put("server.servlet.session.cookie.secure", false);
        properties.put("throughline.care-time.driven", true);
        properties.put("throughline.care-time.start", careTime.toString());
        properties.put("throughline.care-time.running", false);
        properties.put("throughline.webhook.require-https", false);
        // What hangs in a test hangs for as long as the test takes.
        properties.put("throughline.webhook.timeout", "5m");
        properties.put("throughline.delivery.deadline", "6m");
        properties.put("throughline.delivery.lease", "7m");
        properties.put("throughline.delivery.ask-again", "200ms");
        properties.put("throughline.patient-notices.first-retry", "200ms");
        properties.put("throughline.patient-notices.poll-interval", "100ms");
        properties.put("throughline.delivery.provider.attempts", 4);
        properties.put("throughline.delivery.provider.first", "100ms");
        properties.put("throughline.delivery.provider.longest", "2s");
        properties.put("spring.security.oauth2.client.provider.throughline.token-uri", identity.url() + "/token");
        properties.put(
                "spring.security.oauth2.client.provider.throughline.authorization-uri", identity.url() + "/authorize");
        return properties;
    }

    /** Sets the properties for a Spring test context. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private final Surroundings surroundings;
        private final Instant careTime;
        private final Map<String, Object> others;

        Initializer() {
            this(Surroundings.shared(), Facts.START, Map.of());
        }

        /**
         * @param careTime at which driven care time begins
         * @param others settings that come before the usual ones
         */
        Initializer(Surroundings surroundings, Instant careTime, Map<String, Object> others) {
            this.surroundings = surroundings;
            this.careTime = careTime;
            this.others = others;
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var properties = surroundings.properties(careTime);
            properties.putAll(others);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("surroundings", properties));
        }
    }
}
