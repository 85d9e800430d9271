package io.github.throughline.platform.outbox;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.messaging.CurrentTrace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.sql.Timestamp;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as a table of the service's own database. */
class JdbcOutbox implements Outbox, OutboxDepth {

    /** Instances share the table by buckets of keys; more buckets than instances will ever run. */
    static final int BUCKETS = 16;

    /** With its headers and key below what Kafka takes unless told otherwise, 1 MiB. */
    static final int MOST_BYTES = 900_000;

    static final String CHANNEL = "throughline_outbox";

    private final JdbcClient jdbc;
    private final AvroEncoder encoder;
    private final CurrentTrace trace;
    private final long maxDepth;
    private volatile long lastDepth;
    private volatile double oldestAgeSeconds;

    JdbcOutbox(JdbcClient jdbc, AvroEncoder encoder, CurrentTrace trace, long maxDepth, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.trace = trace;
        this.maxDepth = maxDepth;
        Gauge.builder("throughline.outbox.depth", () -> lastDepth)
                .description("Events that wait to reach their topics")
                .register(metrics);
        TimeGauge.builder("throughline.outbox.oldest.age", () -> oldestAgeSeconds, TimeUnit.SECONDS)
                .description("Age of the oldest event that waits")
                .register(metrics);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(OutboxEvent event) {
        if (lastDepth >= maxDepth) {
            throw new OutboxFull(lastDepth);
        }
        byte[] payload = encoder.encode(event.topic(), event.record());
        if (payload.length > MOST_BYTES) {
            throw new EventTooLarge(payload.length, MOST_BYTES);
        }
        jdbc.sql("""
                insert into outbox (id, aggregatetype, aggregateid, type, topic, message_key, bucket, occurred_at, traceparent, payload)
                values (:id, :aggregateType, :aggregateId, :type, :topic, :key, :bucket, :occurredAt, :traceparent, :payload)
                """)
                .param("id", event.eventId())
                .param("aggregateType", event.record().getSchema().getNamespace())
                .param("aggregateId", event.aggregateId())
                .param("type", event.record().getSchema().getFullName())
                .param("topic", event.topic().name())
                .param("key", event.key())
                .param("bucket", Math.floorMod(event.key().hashCode(), BUCKETS))
                .param("occurredAt", Timestamp.from(event.occurredAt()))
                .param("traceparent", trace.traceparent())
                .param("payload", payload)
                .update();
        jdbc.sql("select pg_notify(:channel, '')")
                .param("channel", CHANNEL)
                .query()
                .listOfRows();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    /** Refreshes what the metrics and the refusal go by. */
    void measure() {
        Waiting waiting = jdbc.sql("""
                select count(*) as depth,
                       coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::float8 as age_seconds
                from outbox
                """).query(Waiting.class).single();
        lastDepth = waiting.depth();
        oldestAgeSeconds = waiting.ageSeconds();
    }

    private record Waiting(long depth, double ageSeconds) {}
}
