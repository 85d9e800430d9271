package io.github.throughline.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class SchemaWarmUpTest {

    private static final Serializer<SpecificRecord> ANSWERED = (topic, record) -> topic.getBytes(UTF_8);
    private static final Serializer<SpecificRecord> NEVER_ANSWERED = (topic, record) -> {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("broken off");
    };

    private final AvroEncoder encoder = new AvroEncoder(NEVER_ANSWERED);

    @Test
    void aQuestionThatIsNeverAnsweredIsAskedAgain() {
        // Given
        var warmUp = warmUp(NEVER_ANSWERED, ANSWERED);

        // When
        warmUp.start();

        // Then
        assertThat(warmUp.isRunning()).isTrue();
        assertThat(encoder.encode(Topics.PLAN, SampleRecord.of(Topics.PLAN.record())))
                .isEqualTo(Topics.PLAN.name().getBytes(UTF_8));
    }

    @Test
    void aRegistryThatNeverAnswersEndsTheStart() {
        assertThatThrownBy(() -> warmUp(NEVER_ANSWERED, NEVER_ANSWERED, NEVER_ANSWERED, NEVER_ANSWERED)
                        .start())
                .hasMessageContaining("does not answer");
    }

    @Test
    void aRefusalEndsTheStartAtOnce() {
        assertThatThrownBy(() -> warmUp((topic, record) -> {
                            throw new IllegalArgumentException("refused");
                        })
                        .start())
                .hasMessage("refused");
    }

    @SafeVarargs
    private SchemaWarmUp warmUp(Serializer<SpecificRecord>... serializers) {
        Queue<Serializer<SpecificRecord>> each = new ArrayDeque<>(List.of(serializers));
        return new SchemaWarmUp(encoder, each::remove, List.of(Topics.PLAN), Duration.ofMillis(200));
    }
}
