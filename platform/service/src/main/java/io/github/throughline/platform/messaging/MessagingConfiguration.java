package io.github.throughline.platform.messaging;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;

/** Serializers by configuration, and for services with listeners: decoding, retries and dead letters. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
        afterName = "io.github.throughline.platform.outbox.OutboxConfiguration")
@EnableConfigurationProperties({MessagingSettings.class, KafkaProperties.class})
public class MessagingConfiguration {

    @Bean
    AvroSerdes avroSerdes(MessagingSettings settings) {
        return new AvroSerdes(settings);
    }

    @Bean
    AvroEncoder avroEncoder(AvroSerdes serdes) {
        return new AvroEncoder(serdes.valueSerializer());
    }

    @Bean
    SchemaWarmUp schemaWarmUp(AvroEncoder encoder, AvroSerdes serdes, Environment environment) {
        String service = environment.getRequiredProperty("spring.application.name");
        List<Topic> written = Topics.all().stream()
                .filter(topic -> topic.writers().contains(service))
                .filter(topic -> topic != Topics.SHADOW_ESCALATION || environment.matchesProfiles("shadow"))
                .toList();
        return new SchemaWarmUp(encoder, serdes::valueSerializer, written, SchemaWarmUp.PATIENCE);
    }

    @Bean
    DeadLetterWriter deadLetterWriter(Environment environment, AvroEncoder encoder, MeterRegistry metrics) {
        String service = environment.getRequiredProperty("spring.application.name");
        return new DeadLetterWriter(service, encoder, metrics, InstantSource.system());
    }

    /** For services that consume by listeners and have an outbox; the detector consumes by Kafka Streams. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(name = "outboxProducer")
    static class Listening {

        @Bean
        DeadLetters deadLetters(DeadLetterWriter writer, Producer<String, byte[]> outboxProducer) {
            return new DeadLetters(writer, outboxProducer);
        }

        @Bean
        CommonErrorHandler listenerErrorHandler(
                DeadLetters deadLetters, ObjectProvider<DeadLetterObserver> observers, MeterRegistry metrics) {
            var deadLetter = new PoisonRecordRecoverer(deadLetters);
            var observing =
                    new ObservedRecoverer(deadLetter, observers.orderedStream().toList(), metrics);
            return ListenerErrors.handler(observing, metrics, ListenerErrors.FIRST_WAIT);
        }

        /** Spring Boot's listener containers take it by this type alone. */
        @Bean
        ConsumerFactory<?, ?> consumerFactory(KafkaProperties kafka, AvroSerdes serdes, MeterRegistry metrics) {
            Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            // Not configured again by Spring: the consumer's settings do not hold those of the serializers.
            var factory = new DefaultKafkaConsumerFactory<String, SpecificRecord>(
                    settings,
                    StringDeserializer::new,
                    () -> new ErrorHandlingDeserializer<>(new RawBytes(serdes.valueDeserializer())),
                    false);
            factory.addListener(new MicrometerConsumerListener<>(metrics));
            return factory;
        }

        /**
         * Offsets move past transaction markers too, so that lag is 0 when all is read; a value that could not be
         * decoded never reaches a listener as null.
         */
        @Bean
        ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> listening() {
            return container -> {
                container.getContainerProperties().setFixTxOffsets(true);
                container.getContainerProperties().setCheckDeserExWhenValueNull(true);
            };
        }
    }
}
