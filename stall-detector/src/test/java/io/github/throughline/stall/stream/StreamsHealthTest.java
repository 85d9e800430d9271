package io.github.throughline.stall.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

class StreamsHealthTest {

    @Test
    void isNotReadyBeforeStreamsAreStarted() {
        assertThat(new StreamsHealth(new StreamsBuilderFactoryBean()).health().getStatus())
                .isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void streamsThatFailedBreakTheServiceAndARebalanceDoesNot() {
        try (var context = new AnnotationConfigApplicationContext(ApplicationAvailabilityBean.class)) {
            // Given
            var availability = context.getBean(ApplicationAvailabilityBean.class);
            AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
            StreamConfiguration.tellWhenBroken(KafkaStreams.State.REBALANCING, context);
            assertThat(availability.getLivenessState()).isEqualTo(LivenessState.CORRECT);

            // When
            StreamConfiguration.tellWhenBroken(KafkaStreams.State.ERROR, context);

            // Then
            assertThat(availability.getLivenessState()).isEqualTo(LivenessState.BROKEN);
        }
    }
}
