package io.github.throughline.stall.stream.rebuild;

import io.github.throughline.platform.messaging.Recoverable;
import io.github.throughline.schemas.Topics;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.stall.stream.AvroEvent;
import io.github.throughline.stall.stream.DetectorMetrics;
import io.github.throughline.stall.stream.PlanGate;
import io.github.throughline.stall.stream.TrendFold;
import io.github.throughline.stall.stream.TrendStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** The state of one partition in the making. */
final class PartitionFold {

    private final MemoryKeptBytes kept = new MemoryKeptBytes();
    private final TrendStore trends;
    private final Reconciliation reconciliation = new Reconciliation();
    private final Set<String> formerKeys = new HashSet<>();
    private final Map<String, byte[]> formerPlans = new HashMap<>();
    private final TrendFold fold;
    private final Deserializer<SpecificRecord> values;
    private final InstantSource machineTime;
    private long events;
    private long unusable;

    PartitionFold(
            PlanGate gate, Deserializer<SpecificRecord> values, DetectorMetrics metrics, InstantSource machineTime) {
        this.trends = new TrendStore(kept, gate);
        this.fold = new TrendFold(gate, trends, this::heldFormerly, metrics);
        this.values = values;
        this.machineTime = machineTime;
    }

    /** What was kept before: what is not kept any more must be deleted. */
    void former(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            formerKeys.remove(record.key());
            formerPlans.remove(record.key());
        } else {
            formerKeys.add(record.key());
            if (TrendStore.isPlan(record.key())) {
                formerPlans.put(record.key(), record.value());
            }
        }
    }

    /** A plan that was kept was valid when it came, though its key may be known no more. */
    private boolean heldFormerly(UUID episodeId, byte[] content) {
        return Arrays.equals(formerPlans.get(TrendStore.key(episodeId, ContentDigest.of(content))), content);
    }

    /**
     * What was published before.
     *
     * @throws RebuildRefused when it can not be read: it would be told once more
     */
    void published(ConsumerRecord<String, byte[]> record) {
        try {
            reconciliation.published(values.deserialize(record.topic(), record.value()));
        } catch (RuntimeException e) {
            if (Recoverable.isRecoverable(e)) {
                throw e;
            }
            throw new RebuildRefused(
                    "What was published at %s-%d offset %d can not be read (%s), so whether people know it can not be told. See that the registry has its schema, then start the rebuild again."
                            .formatted(
                                    record.topic(),
                                    record.partition(),
                                    record.offset(),
                                    e.getClass().getSimpleName()));
        }
    }

    /** An event of one of the topics that the detector reads; what was put aside then is passed over now. */
    void source(ConsumerRecord<String, byte[]> record) {
        events++;
        read(record).ifPresent(event -> take(event, Instant.ofEpochMilli(record.timestamp())));
    }

    private void take(SpecificRecord event, Instant writtenAt) {
        try {
            fold.take(event, writtenAt, this::found);
        } catch (RuntimeException e) {
            passOver(e);
        }
    }

    private void found(TrendFold.Taken taken) {
        taken.changes()
                .forEach(change -> reconciliation.found(
                        AvroEvent.of(change, taken, machineTime.instant()).event()));
    }

    private Optional<SpecificRecord> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(values.deserialize(record.topic(), record.value()));
        } catch (RuntimeException e) {
            passOver(e);
            return Optional.empty();
        }
    }

    private void passOver(RuntimeException e) {
        if (Recoverable.isRecoverable(e)) {
            throw e;
        }
        unusable++;
    }

    /** What must be published, in order; from then on the trends go on from it. */
    List<AvroEvent> differences() {
        List<AvroEvent> differences = reconciliation.differences(trends);
        reconciliation.continueFromPublished(trends, episodes());
        return differences;
    }

    private Set<UUID> episodes() {
        return kept.entries().keySet().stream()
                .filter(key -> !TrendStore.isPlan(key))
                .map(UUID::fromString)
                .filter(episode -> !trends.isErased(episode))
                .collect(Collectors.toSet());
    }

    /** The new state by key. */
    SortedMap<String, byte[]> state() {
        return kept.entries();
    }

    /** Keys of the former state that the new one lacks. */
    Set<String> gone() {
        var gone = new HashSet<>(formerKeys);
        gone.removeAll(kept.entries().keySet());
        return gone;
    }

    /** How it went. */
    RebuiltPartition summary(int partition, List<AvroEvent> differences) {
        long escalations = differences.stream()
                .filter(event -> event.topic().equals(Topics.ESCALATION))
                .count();
        return new RebuiltPartition(
                partition, episodes().size(), events, unusable, escalations, differences.size() - escalations);
    }
}
