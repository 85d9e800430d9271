package io.github.throughline.platform.messaging;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;

/** Puts what could not be read on the service's dead-letter topic. */
public final class DeadLetters {

    private final DeadLetterWriter writer;
    private final Producer<String, byte[]> producer;

    public DeadLetters(DeadLetterWriter writer, Producer<String, byte[]> producer) {
        this.writer = writer;
        this.producer = producer;
    }

    /**
     * Returns once the broker has the dead letter; the record may be skipped then.
     *
     * @throws IllegalStateException when the broker did not take it: the record must not be skipped
     */
    public void put(DeadLetterWriter.Source source, Throwable error) {
        try {
            producer.send(writer.write(source, error)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("dead letter not taken by the broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while putting a dead letter", e);
        }
        writer.tell(source, error);
    }
}
