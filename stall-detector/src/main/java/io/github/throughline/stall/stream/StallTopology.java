package io.github.throughline.stall.stream;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Wires five topics to one processor with one store, and that to two topics. */
final class StallTopology {

    static final String WATCH = "watch-for-stalls";
    static final String TRENDS = "episode-trends";
    static final String PUBLISH_ESCALATIONS = "publish-escalations";
    static final String PUBLISH_VERDICTS = "publish-verdicts";

    /** What is read, by the name of the node: side by side, so with equally many partitions. */
    static final SortedMap<String, Topic> SOURCES = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "read-check-ins", Topics.CHECKIN,
            "read-decisions", Topics.DECISION,
            "read-episodes", Topics.EPISODE,
            "read-outcomes", Topics.OUTCOME,
            "read-plans", Topics.PLAN)));

    private StallTopology() {}

    static void wire(
            Topology topology,
            Deserializer<SpecificRecord> values,
            ProcessorSupplier<String, SpecificRecord, String, byte[]> processor) {
        SOURCES.forEach((node, topic) -> topology.addSource(node, new StringDeserializer(), values, topic.name()));
        topology.addProcessor(WATCH, processor, SOURCES.keySet().toArray(new String[0]));
        topology.addStateStore(trends(), WATCH);
        publish(topology, PUBLISH_ESCALATIONS, Topics.ESCALATION);
        publish(topology, PUBLISH_VERDICTS, Topics.VERDICT);
    }

    private static void publish(Topology topology, String node, Topic topic) {
        topology.addSink(node, topic.name(), new StringSerializer(), new ByteArraySerializer(), WATCH);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> trends() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TRENDS), Serdes.String(), Serdes.ByteArray());
    }
}
