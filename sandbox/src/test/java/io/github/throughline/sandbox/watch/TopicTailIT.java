package io.github.throughline.sandbox.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.sandbox.client.Endpoints;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.partner.PartnerRejection;
import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.records.TopicWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class TopicTailIT {

    @Test
    void whatCanNotBeReadIsPassedOverAndWhatComesAfterItIsSeen() {
        // Given
        var backing = TestBacking.shared();
        var partner = "tail-" + UUID.randomUUID().toString().substring(0, 8);
        var topic = Topics.partnerRejected(partner);
        backing.createTopics(Topics.partner(partner));
        Queue<Fact> seen = new ConcurrentLinkedQueue<>();
        var endpoints = new Endpoints(Map.of(), Map.of(), backing.bootstrapServers(), backing.registryUrl());

        try (var writer = TopicWriter.open()) {
            writer.sendRaw(topic, "k", "no record".getBytes(UTF_8), Map.of());
            writer.send(topic, "k", rejection("r-1"));
        }

        // When
        try (var tail = TopicTail.follow(endpoints, seen::add)) {

            // Then
            var expected = new Fact.Rejection(partner, Optional.of("r-1"), "UNKNOWN_PATIENT");
            await().until(() -> seen.contains(expected));
            // Told after what was read.
            await().untilAsserted(() -> assertThat(tail.progress()).anySatisfy(progress -> {
                assertThat(progress.partition().topic()).isEqualTo(topic.name());
                assertThat(progress.dataEnd()).isEqualTo(2);
            }));
        }
    }

    private static PartnerRejection rejection(String recordId) {
        return PartnerRejection.newBuilder()
                .setEventId(UUID.randomUUID())
                .setRecordId(recordId)
                .setCode("UNKNOWN_PATIENT")
                .setTopic("t")
                .setPartition(0)
                .setOffset(1)
                .setRejectedAt(Instant.now())
                .build();
    }
}
