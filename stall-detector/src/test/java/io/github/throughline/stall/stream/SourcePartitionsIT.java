package io.github.throughline.stall.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.testkit.backing.TestBacking;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

class SourcePartitionsIT {

    private static final Map<String, Object> KAFKA = Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestBacking.shared().bootstrapServers());

    private final String plans = "plans-" + UUID.randomUUID();
    private final String outcomes = "outcomes-" + UUID.randomUUID();

    @Test
    void topicsThatDifferAreRefusedByName() throws ExecutionException, InterruptedException {
        // Given
        create(plans, 2);
        create(outcomes, 3);

        // When // Then
        assertThatThrownBy(() -> new SourcePartitions(KAFKA, List.of(plans, outcomes)).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("equally many partitions")
                .hasMessageContaining(plans + "=2")
                .hasMessageContaining(outcomes + "=3");
    }

    @Test
    void topicsThatAgreeLetStreamsStart() throws ExecutionException, InterruptedException {
        // Given
        create(plans, 2);
        create(outcomes, 2);
        var partitions = new SourcePartitions(KAFKA, List.of(plans, outcomes));

        // When
        partitions.start();

        // Then
        assertThat(partitions.isRunning()).isTrue();
        assertThat(partitions.getPhase()).isLessThan(new StreamsBuilderFactoryBean().getPhase());
    }

    private static void create(String topic, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(KAFKA)) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }
}
