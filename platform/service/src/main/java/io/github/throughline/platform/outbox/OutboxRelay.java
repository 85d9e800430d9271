package io.github.throughline.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves waiting events to Kafka: takes a bucket by advisory lock, sends its rows in order, deletes those that the broker
 * acknowledged. It keeps no cursor, since sequence order is not commit order. When it dies after sending and before
 * deleting, the rows are sent again: consumers recognise them by event id and version.
 */
final class OutboxRelay {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutboxRelay.class);

    /** First of the two numbers of the advisory locks; any constant that nobody else in the database uses. */
    private static final int LOCK_SPACE = 0x0B0C5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Producer<String, byte[]> producer;
    private final String source;
    private final int batch;
    private final ParkedTopics parked = new ParkedTopics();
    private final Counter relayed;
    private final Counter failures;

    OutboxRelay(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Producer<String, byte[]> producer,
            String source,
            int batch,
            MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.producer = producer;
        this.source = source;
        this.batch = batch;
        this.relayed = metrics.counter("throughline.outbox.relayed");
        this.failures = metrics.counter("throughline.outbox.relay.failures");
    }

    /**
     * Sends what waits in every bucket that nobody else is sending.
     *
     * @return whether there may be more
     */
    boolean relayOnce() {
        List<Integer> buckets = jdbc.sql("select distinct bucket from outbox")
                .query(Integer.class)
                .list();
        boolean more = false;
        for (int bucket : buckets) {
            more |= Boolean.TRUE.equals(transaction.execute(status -> relay(bucket)));
        }
        return more;
    }

    private boolean relay(int bucket) {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(:space, :bucket)")
                .param("space", LOCK_SPACE)
                .param("bucket", bucket)
                .query(Boolean.class)
                .single();
        if (!mine) {
            return false;
        }
        List<OutboxRow> rows = jdbc.sql("""
                select seq, id, type, aggregateid, topic, message_key, occurred_at, traceparent, payload
                from outbox where bucket = :bucket and topic not in (:parked) order by seq limit :batch
                """)
                .param("bucket", bucket)
                .param("parked", parked.now())
                .param("batch", batch)
                .query((row, n) -> OutboxRow.read(row, source))
                .list();
        List<Long> sent = send(rows);
        delete(sent);
        return sent.size() == batch;
    }

    /** @return sequence numbers of the acknowledged rows; nothing of a topic's key after its first failure */
    private List<Long> send(List<OutboxRow> rows) {
        List<Future<RecordMetadata>> acks = rows.stream().map(this::send).toList();
        producer.flush();
        List<Long> sent = new ArrayList<>();
        Set<List<String>> failed = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            if (acknowledged(row, acks.get(i)) && !failed.contains(row.order())) {
                sent.add(row.seq());
            } else {
                failed.add(row.order());
            }
        }
        return sent;
    }

    /** A topic that is not there costs the wait for it once, not once a row. */
    private Future<RecordMetadata> send(OutboxRow row) {
        if (parked.now().contains(row.topic())) {
            return CompletableFuture.failedFuture(new TimeoutException("its topic does not answer"));
        }
        Future<RecordMetadata> ack = producer.send(row.toRecord());
        if (ack.isDone() && ack.state() == Future.State.FAILED) {
            parked.failed(row.topic());
        }
        return ack;
    }

    private boolean acknowledged(OutboxRow row, Future<RecordMetadata> ack) {
        try {
            ack.get();
            parked.succeeded(row.topic());
            return true;
        } catch (ExecutionException e) {
            failures.increment();
            LOGGER.atWarn()
                    .addKeyValue("topic", row.topic())
                    .addKeyValue("eventId", row.event().id())
                    .addKeyValue("error", String.valueOf(e.getCause()))
                    .log("event not acknowledged, will be sent again");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void delete(List<Long> sent) {
        if (!sent.isEmpty()) {
            jdbc.sql("delete from outbox where seq in (:sent)")
                    .param("sent", sent)
                    .update();
            relayed.increment(sent.size());
        }
    }
}
