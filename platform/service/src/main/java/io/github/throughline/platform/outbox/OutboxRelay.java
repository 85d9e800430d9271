package io.github.throughline.platform.outbox;

import io.github.throughline.platform.outbox.OutboxRow.Order;
import io.github.throughline.platform.time.Resting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
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
    private final Resting<String> topics = new Resting<>();
    private final Resting<Order> orders = new Resting<>();
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
        List<OutboxRow> rows = waiting(bucket);
        List<Long> sent = send(rows);
        delete(sent);
        return sent.size() == batch;
    }

    /** Neither of topics nor of keys that are left alone; no topic is called "", and SQL has no empty lists. */
    private List<OutboxRow> waiting(int bucket) {
        var restingTopics = Stream.concat(Stream.of(""), topics.now().stream()).toList();
        var restingOrders = Stream.concat(Stream.of(new Order("", "")), orders.now().stream())
                .map(order -> new Object[] {order.topic(), order.key()})
                .toList();
        return jdbc.sql("""
                select seq, id, type, aggregateid, topic, message_key, occurred_at, traceparent, payload
                from outbox where bucket = :bucket and topic not in (:topics) and (topic, message_key) not in (:orders)
                order by seq limit :batch
                """)
                .param("bucket", bucket)
                .param("topics", restingTopics)
                .param("orders", restingOrders)
                .param("batch", batch)
                .query((row, n) -> OutboxRow.read(row, source))
                .list();
    }

    /** @return sequence numbers of the acknowledged rows; nothing of a topic's key after its first failure */
    private List<Long> send(List<OutboxRow> rows) {
        List<Try> tries = heads(rows).map(this::send).toList();
        producer.flush();
        List<Long> sent = new ArrayList<>();
        Set<Order> failed = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (Try each : tries) {
            Optional<Throwable> failure = each.failure();
            if (failure.isPresent()) {
                failed(each.row(), failure.get(), failed.add(each.row().order()), told);
            } else if (!failed.contains(each.row().order())) {
                acknowledged(each.row());
                sent.add(each.row().seq());
            }
        }
        return sent;
    }

    /** Of a key whose first row failed before, that row alone: what stands behind it must not pass it. */
    private Stream<OutboxRow> heads(List<OutboxRow> rows) {
        Set<Order> seen = new HashSet<>();
        return rows.stream().filter(row -> seen.add(row.order()) || !orders.hasFailed(row.order()));
    }

    /** A row that is under way. */
    private record Try(OutboxRow row, Future<RecordMetadata> ack) {

        /** Waits for the broker's answer; empty: it has the event. */
        Optional<Throwable> failure() {
            try {
                ack.get();
                return Optional.empty();
            } catch (ExecutionException e) {
                return Optional.of(Objects.requireNonNullElse(e.getCause(), e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(e);
            }
        }
    }

    /** A topic that is not there costs the wait for it once, not once a row. */
    private Try send(OutboxRow row) {
        if (topics.isResting(row.topic())) {
            return new Try(row, CompletableFuture.failedFuture(new TimeoutException("its topic does not answer")));
        }
        Future<RecordMetadata> ack = producer.send(row.toRecord());
        if (ack.state() == Future.State.FAILED && isOfTheTopic(ack.exceptionNow())) {
            topics.failed(row.topic());
        }
        return new Try(row, ack);
    }

    private void acknowledged(OutboxRow row) {
        topics.succeeded(row.topic());
        orders.succeeded(row.order());
    }

    /** @param told topics of which this round's log speaks already: a broker that is away fails every row */
    private void failed(OutboxRow row, Throwable failure, boolean isFirstOfItsKey, Set<String> told) {
        failures.increment();
        if (isFirstOfItsKey && !isOfTheTopic(failure) && !(failure instanceof RetriableException)) {
            orders.failed(row.order());
        }
        if (told.add(row.topic())) {
            LOGGER.atWarn()
                    .addKeyValue("topic", row.topic())
                    .addKeyValue("eventId", row.event().id())
                    .addKeyValue("error", failure.getClass().getName())
                    .log("events not acknowledged, will be sent again");
        }
    }

    /** Whether every row of the topic would fail so, and each only after a wait. */
    private static boolean isOfTheTopic(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof UnknownTopicOrPartitionException
                || failure instanceof InvalidTopicException
                || failure instanceof AuthorizationException;
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
