package io.github.throughline.stall.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.messaging.DeadLetterWriter;
import io.github.throughline.platform.plan.PlanKeys;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.deadletter.DeadLetter;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.stall.detection.Recomputation;
import io.github.throughline.stall.detection.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology in the test driver: no broker and no registry. */
final class StreamBench implements AutoCloseable {

    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final PlainAvro avro = new PlainAvro();
    private final TopologyTestDriver driver;

    StreamBench(Path state) {
        this(state, new PlanKeys(Ward.PUBLIC_KEYS, Clock.systemUTC()));
    }

    StreamBench(Path state, PlanKeys keys) {
        this(state, new PlanGate(keys, PlanReading.AS_SIGNED), Publishing.IN_FORCE);
    }

    /** A detector that tries other terms. */
    static StreamBench inTheShadow(Path state, PlanReading reading) {
        var keys = new PlanKeys(Ward.PUBLIC_KEYS, Clock.systemUTC());
        return new StreamBench(state, new PlanGate(keys, reading), Publishing.SHADOW);
    }

    private StreamBench(Path state, PlanGate gate, Publishing publishing) {
        var encoder = new AvroEncoder(avro);
        var detectorMetrics = new DetectorMetrics(metrics);
        var settings = settings(state);
        settings.put(DeadLetterRecords.CONFIG, letters(publishing, encoder, metrics));
        driver = new TopologyTestDriver(topology(settings, encoder, detectorMetrics, gate, publishing), settings);
    }

    static Topology topology(Path state, Publishing publishing) {
        return topology(
                settings(state),
                new AvroEncoder(new PlainAvro()),
                new DetectorMetrics(new SimpleMeterRegistry()),
                new PlanGate(new PlanKeys(Ward.PUBLIC_KEYS, Clock.systemUTC()), PlanReading.AS_SIGNED),
                publishing);
    }

    static DeadLetterRecords letters(Publishing publishing, AvroEncoder encoder, MeterRegistry metrics) {
        return DeadLetterRecords.of(
                publishing, new DeadLetterWriter("stall-detector", encoder, metrics, InstantSource.system()));
    }

    /** Built as Spring builds it, so that unnamed internal topics are refused. */
    private static Topology topology(
            Properties settings, AvroEncoder encoder, DetectorMetrics metrics, PlanGate gate, Publishing publishing) {
        var topology = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings))).build();
        StallTopology.wire(
                topology, new PlainAvro(), () -> new TrendProcessor(gate, encoder, metrics, publishing), publishing);
        return topology;
    }

    private static Properties settings(Path state) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "stall-detector");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        // With transactions the driver loses what a handler sends; that they work is seen with a real broker.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTimeExtractor.class);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecordHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnusableRecordHandler.class);
        return settings;
    }

    void send(Ward ward, List<? extends SpecificRecord> events) {
        events.forEach(event ->
                sendRaw(topic(event), ward.key(), avro.serialize(topic(event).name(), event)));
    }

    void send(Ward ward, SpecificRecord... events) {
        send(ward, List.of(events));
    }

    void sendRaw(Topic topic, String key, byte @Nullable [] value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    /** What was published since they were asked for last; each confirmed from its evidence alone. */
    List<EscalationChanged> escalations() {
        return escalations(Topics.ESCALATION);
    }

    List<EscalationChanged> escalations(Topic topic) {
        return records(topic).stream()
                .map(record -> confirmed((EscalationChanged) record.value()))
                .toList();
    }

    static EscalationChanged confirmed(EscalationChanged event) {
        Rule rule = Stream.of(Rule.values())
                .filter(known -> known.id().equals(event.getRule()))
                .findFirst()
                .orElseThrow();
        assertThat(Recomputation.confirms(rule, AvroEscalations.evidence(event)))
                .as("evidence of %s", event)
                .isTrue();
        return event;
    }

    List<VerdictChanged> verdicts() {
        return records(Topics.VERDICT).stream()
                .map(record -> (VerdictChanged) record.value())
                .toList();
    }

    List<TestRecord<String, DeadLetter>> deadLetters() {
        return records(Topics.deadLetters("stall-detector")).stream()
                .map(r -> new TestRecord<>(r.key(), (DeadLetter) r.value(), r.headers()))
                .toList();
    }

    List<TestRecord<String, SpecificRecord>> records(Topic topic) {
        Deserializer<SpecificRecord> values = avro;
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), values)
                .readRecordsToList();
    }

    /** Keys of the store, sorted. */
    List<String> keys() {
        try (var all = store().all()) {
            var keys = Stream.<String>builder();
            all.forEachRemaining(entry -> keys.add(entry.key));
            return keys.build().sorted().toList();
        }
    }

    byte[] kept(String key) {
        return store().get(key);
    }

    void keep(String key, byte[] value) {
        store().put(key, value);
    }

    private KeyValueStore<String, byte[]> store() {
        return driver.getKeyValueStore(StallTopology.TRENDS);
    }

    double count(String counter, String... tags) {
        return metrics.get(counter).tags(tags).counter().count();
    }

    @Override
    public void close() {
        driver.close();
    }

    private static Topic topic(SpecificRecord event) {
        return Topics.domain().stream()
                .filter(topic -> topic.record().isInstance(event))
                .findFirst()
                .orElseThrow();
    }
}
