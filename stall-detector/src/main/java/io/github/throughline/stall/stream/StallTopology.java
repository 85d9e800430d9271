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

/** Wires five topics to one processor with one store, and that to the topics that are published. */
final class StallTopology {

    static final String WATCH = "watch-for-stalls";
    static final String TRENDS = "episode-trends";

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
            ProcessorSupplier<String, SpecificRecord, String, byte[]> processor,
            Publishing publishing) {
        SOURCES.forEach((node, topic) -> topology.addSource(node, new StringDeserializer(), values, topic.name()));
        topology.addProcessor(WATCH, processor, SOURCES.keySet().toArray(new String[0]));
        topology.addStateStore(trends(), WATCH);
        publishing
                .sinks()
                .forEach(sink -> topology.addSink(
                        sink.node(), sink.topic().name(), new StringSerializer(), new ByteArraySerializer(), WATCH));
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> trends() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TRENDS), Serdes.String(), Serdes.ByteArray());
    }
}
