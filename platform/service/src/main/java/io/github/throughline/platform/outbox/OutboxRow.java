package io.github.throughline.platform.outbox;

import io.github.throughline.platform.messaging.CloudEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A waiting event as the relay reads it. */
record OutboxRow(long seq, String topic, String key, CloudEvent event, byte[] payload) {

    static OutboxRow read(ResultSet row, String source) throws SQLException {
        var event = new CloudEvent(
                row.getObject("id", UUID.class),
                source,
                row.getString("type"),
                row.getString("aggregateid"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("traceparent"));
        return new OutboxRow(
                row.getLong("seq"),
                row.getString("topic"),
                row.getString("message_key"),
                event,
                row.getBytes("payload"));
    }

    /** Rows that share it keep their order. */
    record Order(String topic, String key) {}

    Order order() {
        return new Order(topic, key);
    }

    ProducerRecord<String, byte[]> toRecord() {
        var record = new ProducerRecord<>(topic, key, payload);
        event.addTo(record.headers());
        return record;
    }
}
