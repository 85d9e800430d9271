package io.github.throughline.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/**
 * Tells the observers, then puts the record aside: an observer that must be told again makes no second letter. One that
 * fails for good does not hold up the partition.
 */
final class ObservedRecoverer implements ConsumerRecordRecoverer {

    private static final Logger LOGGER = LoggerFactory.getLogger(ObservedRecoverer.class);

    private final ConsumerRecordRecoverer deadLetter;
    private final List<DeadLetterObserver> observers;
    private final MeterRegistry metrics;

    ObservedRecoverer(ConsumerRecordRecoverer deadLetter, List<DeadLetterObserver> observers, MeterRegistry metrics) {
        this.deadLetter = deadLetter;
        this.observers = observers;
        this.metrics = metrics;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception error) {
        observers.forEach(observer -> tell(observer, record, error));
        deadLetter.accept(record, error);
    }

    private void tell(DeadLetterObserver observer, ConsumerRecord<?, ?> record, Exception error) {
        try {
            observer.onDeadLetter(record, error);
        } catch (RuntimeException e) {
            if (Recoverable.isRecoverable(e)) {
                throw e;
            }
            metrics.counter("throughline.dead.letters.untold", "topic", record.topic())
                    .increment();
            LOGGER.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getClass().getName())
                    .log("who sent a dead letter could not be told");
        }
    }
}
