package io.github.throughline.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Told of each record before it goes to the dead letters, e.g. to tell the partner who sent it; more than once where that fails. */
@FunctionalInterface
public interface DeadLetterObserver {

    void onDeadLetter(ConsumerRecord<?, ?> record, Exception error);
}
