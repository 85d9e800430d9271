package io.github.throughline.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Told of each record that went to the dead letters, e.g. to tell the partner who sent it; more than once where that fails and may pass. */
@FunctionalInterface
public interface DeadLetterObserver {

    void onDeadLetter(ConsumerRecord<?, ?> record, Exception error);
}
