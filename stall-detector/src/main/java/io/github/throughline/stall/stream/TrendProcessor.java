package io.github.throughline.stall.stream;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.stall.detection.Change;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Takes each event into its episode's trend and publishes the difference. */
final class TrendProcessor implements Processor<String, SpecificRecord, String, byte[]> {

    private final PlanGate gate;
    private final AvroEncoder encoder;
    private final DetectorMetrics metrics;
    private final Publishing publishing;

    @SuppressWarnings("NullAway.Init") // set by init, before the first record
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init") // set by init, before the first record
    private TrendFold fold;

    TrendProcessor(PlanGate gate, AvroEncoder encoder, DetectorMetrics metrics, Publishing publishing) {
        this.gate = gate;
        this.encoder = encoder;
        this.metrics = metrics;
        this.publishing = publishing;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        var kept = new KafkaKeptBytes(context.getStateStore(StallTopology.TRENDS));
        this.fold = new TrendFold(gate, new TrendStore(kept, gate), (episode, content) -> false, metrics);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        fold.take(
                record.value(),
                Instant.ofEpochMilli(record.timestamp()),
                taken -> taken.changes().forEach(change -> publish(record, taken, change)));
    }

    private void publish(Record<String, SpecificRecord> cause, TrendFold.Taken taken, Change change) {
        long now = context.currentSystemTimeMs();
        AvroEvent event = AvroEvent.of(change, taken, Instant.ofEpochMilli(now));
        publishing.sink(event.topic()).ifPresent(sink -> {
            byte[] value = encoder.encode(sink.topic(), event.event());
            var headers = event.headers(context.applicationId(), Instant.ofEpochMilli(now), traceparent(cause));
            context.forward(new Record<>(cause.key(), value, now, headers), sink.node());
        });
        metrics.published(change);
    }

    private static @Nullable String traceparent(Record<String, SpecificRecord> record) {
        Header trace = record.headers().lastHeader("traceparent");
        return trace == null ? null : new String(trace.value(), StandardCharsets.UTF_8);
    }
}
