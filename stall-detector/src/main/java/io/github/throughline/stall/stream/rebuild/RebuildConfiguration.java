package io.github.throughline.stall.stream.rebuild;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.messaging.AvroSerdes;
import io.github.throughline.platform.plan.PlanKeyConfiguration;
import io.github.throughline.platform.plan.PlanKeys;
import io.github.throughline.stall.stream.DetectorMetrics;
import io.github.throughline.stall.stream.PlanGate;
import io.github.throughline.stall.stream.PlanReading;
import io.github.throughline.stall.stream.StreamConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the state anew instead of watching, and ends. */
@Configuration(proxyBeanMethods = false)
@Profile(StreamConfiguration.REBUILD)
@Import(PlanKeyConfiguration.class)
class RebuildConfiguration {

    @Bean
    ApplicationRunner rebuild(
            KafkaAdmin admin,
            KafkaProperties kafka,
            AvroSerdes serdes,
            AvroEncoder encoder,
            PlanKeys keys,
            MeterRegistry registry) {
        var application = new RebuiltApplication(
                Objects.requireNonNull(kafka.getStreams().getApplicationId()),
                StreamConfiguration.store(),
                StreamConfiguration.sources(),
                StreamConfiguration.published());
        var gate = new PlanGate(keys, PlanReading.AS_SIGNED);
        var metrics = new DetectorMetrics(registry);
        InstantSource machineTime = InstantSource.system();
        var rebuild = new Rebuild(
                admin.getConfigurationProperties(),
                application,
                encoder,
                () -> new PartitionFold(gate, serdes.valueDeserializer(), metrics, machineTime),
                machineTime);
        return arguments -> rebuild.run();
    }
}
