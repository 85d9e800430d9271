package io.github.throughline.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.serializer.DeserializationException;

class ListenerErrorsTest {

    private static final byte[] ENCODED = {0, 0, 0, 0, 7, 1};

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<Throwable> letters = new ArrayList<>();
    private final DefaultErrorHandler handler =
            ListenerErrors.handler((record, error) -> letters.add(error), metrics, Duration.ofMillis(1));
    private final ConsumerRecord<String, String> record = new ConsumerRecord<>("topic", 0, 17, "key", null);
    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
    private final KafkaMessageListenerContainer<String, String> container = new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("topic"));

    @Test
    void whatPassesIsNeverPutAside() {
        // When
        boolean isOver = triesUntilOver(30, new RecoverableFailure("not known yet"));

        // Then
        assertThat(isOver).isFalse();
        assertThat(letters).isEmpty();
        assertThat(metrics.counter("throughline.records.failed", "topic", "topic")
                        .count())
                .isGreaterThanOrEqualTo(30);
    }

    @Test
    void poisonIsPutAsideAfterAFewTries() {
        assertThat(triesUntilOver(3, new IllegalStateException("refused"))).isFalse();
        assertThat(triesUntilOver(3, new IllegalStateException("refused"))).isTrue();
        assertThat(letters).hasSize(1);
    }

    @Test
    void bytesThatAreNoRecordArePutAsideAtOnce() {
        assertThat(triesUntilOver(1, undecoded(new byte[] {'h', 'i'}, new IllegalStateException("not Avro"))))
                .isTrue();
    }

    @Test
    void poisonThatCameWhileTheRegistryWasAwayIsPutAsideOnceItIsBack() {
        // Given
        assertThat(triesUntilOver(20, undecoded(ENCODED, new ConnectException("registry away"))))
                .isFalse();

        // When
        boolean isOver = triesUntilOver(20, undecoded(ENCODED, new IllegalStateException("no such schema")));

        // Then
        assertThat(isOver).isTrue();
        assertThat(letters).hasSize(1);
    }

    private boolean triesUntilOver(int most, Exception error) {
        for (int n = 0; n < most; n++) {
            if (handler.handleOne(error, record, consumer, container)) {
                return true;
            }
        }
        return false;
    }

    private static DeserializationException undecoded(byte[] bytes, Exception cause) {
        return new DeserializationException("undecoded", bytes, false, cause);
    }
}
