package io.github.throughline.stall.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.testkit.backing.OwnBroker;
import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

/** Whatever the order, the partitions, the instances and the crashes: the same escalations stand in the end. */
class ManyDetectorsIT {

    private static final WardRound ROUND = new WardRound(15, 20260302);

    /** Ten days less than what is refolded: what is written at nearly the same time may be read in another order. */
    private static final Duration LATENESS = Duration.ofDays(25);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder = Path.of("target", "detectors", UUID.randomUUID().toString());

    @Test
    void oneInstanceAndOnePartitionFindTheSameInAnotherOrder() {
        try (var broker = OwnBroker.start(folder.resolve("broker"), 1);
                var ignored = detector(broker, "only");
                var writer = TopicWriter.open(broker.backing());
                var escalations = escalations(broker.backing())) {
            // When
            ROUND.shuffledWithin(LATENESS, 1).forEach(told -> send(writer, told.ward(), told.event()));

            // Then
            awaitTheSameAsAFoldOfAll(escalations);
        }
    }

    @Test
    void killsOfTwoInstancesInTurnUnderLoadLoseAndDoubleNothing() {
        int partitions = 5;
        try (var broker = OwnBroker.start(folder.resolve("broker"), partitions);
                var first = detector(broker, "first");
                var second = detector(broker, "second");
                var escalations = escalations(broker.backing())) {
            // Given
            var load = new WardLoad(broker.backing(), ROUND.shuffledWithin(LATENESS, 2));
            awaitShare(first, second);

            // When
            Outage ofFirst = kill(first, load, escalations);
            first.startAgain();
            awaitShare(first, second);
            Outage ofSecond = kill(second, load, escalations);
            second.startAgain();
            awaitShare(first, second);
            Set<String> loaded = load.finish();

            // Then
            awaitTheSameAsAFoldOfAll(escalations);
            assertThat(escalations.recordsByKey()).containsKeys(loaded.toArray(new String[0]));
            List<EscalationChanged> told = all(escalations);
            told.forEach(StreamBench::confirmed);
            assertThat(versions(told))
                    .allSatisfy((id, versions) -> assertThat(versions)
                            .isEqualTo(IntStream.rangeClosed(1, versions.size())
                                    .boxed()
                                    .toList()));
            // Measured, not tested: docs/operators.md states it.
            System.out.printf(
                    "%d escalations told; without output in a partition: %.1f s and %.1f s%n",
                    told.size(), silence(escalations, ofFirst, partitions), silence(escalations, ofSecond, partitions));
        }
    }

    /** From a kill until all that was written by then, and a while later, was answered. */
    private record Outage(Instant from, Instant until) {}

    private static Outage kill(DetectorProcess detector, WardLoad load, TopicProbe<EscalationChanged> escalations) {
        Instant from = Instant.now();
        detector.kill();
        // Longer than the broker waits for a sign of life of a member that it knows.
        load.goOnFor(Duration.ofSeconds(12));
        Set<String> sent = load.sent();
        await().atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> escalations.recordsByKey().keySet().containsAll(sent));
        return new Outage(from, Instant.now());
    }

    /** The longest time, in seconds, in which nothing came out of one of the partitions. */
    private static double silence(TopicProbe<EscalationChanged> escalations, Outage outage, int partitions) {
        Map<Integer, List<Instant>> byPartition = escalations.recordsByKey().entrySet().stream()
                .flatMap(ofKey -> ofKey.getValue().stream()
                        .map(told -> Map.entry(partition(ofKey.getKey(), partitions), told.getRecordedAt())))
                .filter(told -> !told.getValue().isBefore(outage.from().minusSeconds(1))
                        && !told.getValue().isAfter(outage.until()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return byPartition.values().stream()
                        .map(times -> times.stream().sorted().toList())
                        .flatMapToLong(times -> IntStream.range(1, times.size())
                                .mapToLong(i -> Duration.between(times.get(i - 1), times.get(i))
                                        .toMillis()))
                        .max()
                        .orElse(0)
                / 1_000.0;
    }

    private static int partition(String key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), partitions);
    }

    /** Waits until each watches some partitions and could take over those of the other. */
    private static void awaitShare(DetectorProcess... detectors) {
        for (DetectorProcess detector : detectors) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> {
                String metrics = detector.get("/actuator/prometheus");
                return tasks(metrics, "active") > 0 && tasks(metrics, "standby") > 0;
            });
        }
    }

    private static double tasks(String metrics, String role) {
        return metrics.lines()
                .filter(line -> line.startsWith("throughline_detector_tasks") && line.contains("\"" + role + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void awaitTheSameAsAFoldOfAll(TopicProbe<EscalationChanged> escalations) {
        Set<Refold.Standing> expected = Refold.of(ROUND.events());
        assertThat(expected).hasSizeGreaterThan(20);
        await().atMost(PATIENCE)
                .pollInSameThread()
                .untilAsserted(
                        () -> assertThat(Standings.of(ofRound(escalations))).isEqualTo(expected));
    }

    /** Of the patients of the round; the load has others. */
    private static List<EscalationChanged> ofRound(TopicProbe<EscalationChanged> escalations) {
        Set<String> keys = ROUND.patients();
        return escalations.recordsByKey().entrySet().stream()
                .filter(ofKey -> keys.contains(ofKey.getKey()))
                .flatMap(ofKey -> ofKey.getValue().stream())
                .toList();
    }

    private static List<EscalationChanged> all(TopicProbe<EscalationChanged> escalations) {
        return escalations.recordsByKey().values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private static Map<UUID, List<Integer>> versions(List<EscalationChanged> told) {
        return told.stream()
                .collect(Collectors.groupingBy(
                        EscalationChanged::getEscalationId,
                        Collectors.mapping(EscalationChanged::getVersion, Collectors.toList())));
    }

    private DetectorProcess detector(OwnBroker broker, String id) {
        return DetectorProcess.start(
                new DetectorProcess.Instance(broker.backing(), "detectors", id, folder.resolve(id)));
    }

    private static TopicProbe<EscalationChanged> escalations(TestBacking backing) {
        return TopicProbe.of(backing, Topics.ESCALATION, EscalationChanged.class);
    }

    static void send(TopicWriter writer, Ward ward, SpecificRecord event) {
        Topic topic = Topics.domain().stream()
                .filter(known -> known.record().isInstance(event))
                .findFirst()
                .orElseThrow();
        writer.send(topic, ward.key(), event);
    }
}
