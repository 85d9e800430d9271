package io.github.throughline.checkin.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.records.TopicWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaEpisodeProgressIT {

    private static final Instant THEN = Instant.parse("2026-10-14T08:00:00Z");

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final Topic topic = Topics.partnerRejected("progress-" + id);
    private final AtomicReference<Instant> machineTime = new AtomicReference<>(THEN);

    @Test
    void whatWasOnTheTopicsByThenIsReachedThoughTheyGrowAllTheTime() throws Exception {
        TestBacking.shared().createTopics(List.of(topic));
        Map<String, Object> broker = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestBacking.shared().bootstrapServers());
        try (TopicWriter writer = TopicWriter.open();
                Admin admin = Admin.create(broker)) {
            // Given
            var consumption = new KafkaConsumption(admin, List.of("group-" + id), topic.name()::equals);
            var progress = new KafkaEpisodeProgress(consumption, machineTime::get);
            write(writer);
            assertThat(progress.hasReached(THEN)).isFalse();
            KafkaConsumption.Ends then = consumption.ends();

            // When
            write(writer);
            consume(admin, then);

            // Then
            assertThat(progress.hasReached(THEN)).isTrue();
            machineTime.set(THEN.plusSeconds(5));
            assertThat(progress.hasReached(THEN.plusSeconds(5))).isFalse();
            consume(admin, consumption.ends());
            assertThat(progress.hasReached(THEN.plusSeconds(5))).isTrue();
            assertThat(progress.hasReached(THEN.plusSeconds(6))).isFalse();
        }
    }

    private void write(TopicWriter writer) {
        writer.sendRaw(topic, "key", new byte[] {1}, Map.of());
    }

    private void consume(Admin admin, KafkaConsumption.Ends ends) throws Exception {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        ends.offsets().forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets("group-" + id, offsets).all().get();
    }
}
