package io.github.throughline.testkit.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

@ExtendWith(SpringExtension.class)
@WithBackingServices
class WithBackingServicesIT {

    @Configuration
    static class Settings {}

    private final Environment environment;

    WithBackingServicesIT(@Autowired Environment environment) {
        this.environment = environment;
    }

    @Test
    void aContextGetsAnEmptyDatabaseOfItsOwn() throws SQLException {
        // Given
        var url = environment.getRequiredProperty("spring.datasource.url");

        // When
        try (var connection = DriverManager.getConnection(
                        url,
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            // Then
            assertThat(tables.next()).isFalse();
        }
        assertThat(url).isNotEqualTo(TestBacking.shared().freshDatabase().url());
    }

    @Test
    void aContextKnowsBrokerRegistryAndIssuer() {
        assertThat(environment.getProperty("spring.kafka.bootstrap-servers"))
                .isEqualTo(TestBacking.shared().bootstrapServers());
        assertThat(environment.getProperty("throughline.registry-url"))
                .isEqualTo(TestBacking.shared().registryUrl());
        assertThat(environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri"))
                .isEqualTo(TestTokens.issuer());
    }

    @Test
    void aContextReadsWhatIsToldFromItsBeginningOnAndNothingThatWasToldBefore() {
        // Given
        var backing = TestBacking.shared();
        var early = Topics.partner("early-" + UUID.randomUUID().toString().substring(0, 8))
                .getFirst();
        backing.createTopics(List.of(early));
        try (var writer = TopicWriter.open()) {
            writer.sendRaw(early, "told before", new byte[1], Map.of());
            var group = backing.newGroup();

            // When
            writer.sendRaw(early, "told since", new byte[1], Map.of());

            // Then
            assertThat(firstKeyRead(early, group)).isEqualTo("told since");
        }
    }

    private static String firstKeyRead(Topic topic, String group) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestBacking.shared().bootstrapServers(),
                "group.id",
                group,
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic.name()));
            return await().pollInSameThread()
                    .until(() -> consumer.poll(Duration.ofMillis(100)), records -> !records.isEmpty())
                    .iterator()
                    .next()
                    .key();
        }
    }
}
