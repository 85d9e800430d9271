package io.github.throughline.platform.outbox;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.messaging.CurrentTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox and its relay for every service that has a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnBean(DataSource.class)
@EnableScheduling
@EnableConfigurationProperties({OutboxSettings.class, KafkaProperties.class})
public class OutboxConfiguration {

    @Bean
    JdbcOutbox outbox(
            JdbcClient jdbc,
            AvroEncoder encoder,
            Tracer tracer,
            Propagator propagator,
            OutboxSettings settings,
            MeterRegistry metrics) {
        var trace = new CurrentTrace(tracer, propagator);
        return new JdbcOutbox(jdbc, encoder, trace, settings.maxDepth(), metrics);
    }

    /** Durable and idempotent: acknowledged by all replicas in sync, retried without reordering. */
    @Bean(destroyMethod = "close")
    Producer<String, byte[]> outboxProducer(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // The rows wait in the table, so a send may give up early: the relay's transaction stays short.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    OutboxRelayLoop outboxRelayLoop(
            DataSource dataSource, OutboxRelay relay, OutboxSettings settings, ApplicationEventPublisher events) {
        return new OutboxRelayLoop(dataSource, relay, settings.pollInterval(), events);
    }

    @Bean
    Measuring outboxMeasuring(JdbcOutbox outbox) {
        return new Measuring(outbox);
    }

    /** Apart from the relay: when Kafka is away and the relay hangs, the depth must go on to be seen. */
    record Measuring(JdbcOutbox outbox) {

        @Scheduled(fixedDelayString = "PT1S")
        void measure() {
            outbox.measure();
        }
    }

    @Bean
    OutboxRelay outboxRelay(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Producer<String, byte[]> outboxProducer,
            OutboxSettings settings,
            MeterRegistry metrics,
            Environment environment) {
        String source = environment.getRequiredProperty("spring.application.name");
        return new OutboxRelay(
                jdbc, new TransactionTemplate(transactions), outboxProducer, source, settings.batch(), metrics);
    }
}
