package io.github.throughline.stall.stream;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.messaging.AvroSerdes;
import io.github.throughline.platform.messaging.DeadLetterWriter;
import io.github.throughline.platform.plan.PlanKeyConfiguration;
import io.github.throughline.platform.plan.PlanKeys;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.stall.stream.liveness.LivenessMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Builds the topology from its parts and gives it to Kafka Streams. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + StreamConfiguration.REBUILD)
@Import(PlanKeyConfiguration.class)
@EnableKafkaStreams
@EnableScheduling
public class StreamConfiguration {

    /** The profile in which the state is made anew instead. */
    public static final String REBUILD = "rebuild";

    /** The profile in which it is found what other rules would find. */
    static final String SHADOW = "shadow";

    @Bean
    DetectorMetrics detectorMetrics(MeterRegistry registry) {
        return new DetectorMetrics(registry);
    }

    @Bean
    DeadLetterRecords deadLetterRecords(DeadLetterWriter writer, Publishing publishing) {
        return DeadLetterRecords.of(publishing, writer);
    }

    @Bean
    Publishing publishing(Environment environment) {
        return environment.matchesProfiles(SHADOW) ? Publishing.SHADOW : Publishing.IN_FORCE;
    }

    @Bean
    PlanGate planGate(PlanKeys keys, Publishing publishing, ShadowSettings shadow) {
        return new PlanGate(keys, publishing == Publishing.SHADOW ? shadow.reading() : PlanReading.AS_SIGNED);
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer stallStreams(
            AvroSerdes serdes,
            AvroEncoder encoder,
            PlanGate gate,
            DetectorMetrics metrics,
            DeadLetterRecords letters,
            Publishing publishing,
            ApplicationContext context) {
        return factory -> {
            var settings = Objects.requireNonNull(factory.getStreamsConfiguration());
            settings.put(DeadLetterRecords.CONFIG, letters);
            factory.setStreamsConfiguration(settings);
            factory.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
                @Override
                public void configureTopology(Topology topology) {
                    StallTopology.wire(
                            topology,
                            serdes.valueDeserializer(),
                            () -> new TrendProcessor(gate, encoder, metrics, publishing),
                            publishing);
                }
            });
            factory.setStreamsUncaughtExceptionHandler(exception -> StreamThreadExceptionResponse.REPLACE_THREAD);
            factory.setStateListener((state, before) -> tellWhenBroken(state, context));
        };
    }

    @Bean
    SourcePartitions sourcePartitions(KafkaAdmin admin) {
        return new SourcePartitions(admin.getConfigurationProperties(), sources());
    }

    /** Names of the topics that are read side by side. */
    public static List<String> sources() {
        return StallTopology.SOURCES.values().stream().map(Topic::name).toList();
    }

    /** Names of the topics that are written. */
    public static List<String> published() {
        return List.of(Topics.ESCALATION.name(), Topics.VERDICT.name());
    }

    /** Name of the store. */
    public static String store() {
        return StallTopology.TRENDS;
    }

    @Bean
    LivenessMetrics livenessMetrics(
            StreamsBuilderFactoryBean factory, KafkaAdmin admin, KafkaProperties kafka, MeterRegistry registry) {
        String group = Objects.requireNonNull(kafka.getStreams().getApplicationId());
        var metrics = new LivenessMetrics(
                factory, admin.getConfigurationProperties(), group, sources(), InstantSource.system());
        metrics.bindTo(registry);
        return metrics;
    }

    @Bean
    StreamsHealth streamsHealthIndicator(StreamsBuilderFactoryBean factory) {
        return new StreamsHealth(factory);
    }

    /** Streams that have failed do not come back by themselves: whoever runs the service must start it anew. */
    static void tellWhenBroken(KafkaStreams.State state, ApplicationContext context) {
        if (state == KafkaStreams.State.ERROR) {
            AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
        }
    }
}
