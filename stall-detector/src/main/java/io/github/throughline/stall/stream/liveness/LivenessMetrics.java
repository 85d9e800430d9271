package io.github.throughline.stall.stream.liveness;

import io.github.throughline.stall.stream.liveness.SourceLag.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.ThreadMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Whether the detector watches, in figures: how long events have waited for it, how old the newest of them is, how many
 * tasks and threads are at work, how much of the state is still to be read.
 */
public final class LivenessMetrics implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(LivenessMetrics.class);

    private final StreamsBuilderFactoryBean factory;
    private final InstantSource machineTime;
    private final Map<String, Object> client;
    private final String group;
    private final Collection<String> topics;
    private volatile Map<String, Standing> standings = Map.of();
    private volatile Instant lookedAt;
    private volatile boolean isBlind = true;
    private volatile double behind = Double.NaN;
    private @Nullable SourceLag lag;

    /**
     * @param client settings with which Kafka is reached
     * @param topics that the detector reads
     */
    public LivenessMetrics(
            StreamsBuilderFactoryBean factory,
            Map<String, Object> client,
            String group,
            Collection<String> topics,
            InstantSource machineTime) {
        this.factory = factory;
        this.client = Map.copyOf(client);
        this.group = group;
        this.topics = topics;
        this.machineTime = machineTime;
        this.lookedAt = machineTime.instant();
    }

    public void bindTo(MeterRegistry registry) {
        for (String topic : topics) {
            TimeGauge.builder("throughline.detector.lag", () -> seconds(waitsSince(topic)), TimeUnit.SECONDS)
                    .tag("topic", topic)
                    .description("how long the oldest event that no instance has taken in has waited")
                    .register(registry);
            TimeGauge.builder("throughline.detector.newest.event.age", () -> age(topic), TimeUnit.SECONDS)
                    .tag("topic", topic)
                    .description("how long ago the newest event was written")
                    .register(registry);
        }
        Gauge.builder("throughline.detector.state.behind", () -> behind)
                .description("records that this instance has still to read before its state is whole")
                .register(registry);
        tasks(registry, "active", thread -> thread.activeTasks().size());
        tasks(registry, "standby", thread -> thread.standbyTasks().size());
        Gauge.builder("throughline.detector.threads", () -> sum(thread -> 1))
                .description("threads of this instance that are alive")
                .register(registry);
    }

    private void tasks(MeterRegistry registry, String role, ToDoubleFunction<ThreadMetadata> count) {
        Gauge.builder("throughline.detector.tasks", () -> sum(count))
                .tag("role", role)
                .description("partitions that this instance watches, or could watch at once")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "PT10S")
    void look() {
        try {
            if (lag == null) {
                lag = new SourceLag(client, group, topics);
            }
            Instant began = machineTime.instant();
            standings = lag.look();
            lookedAt = began;
            isBlind = false;
            behind = stateBehind();
        } catch (ExecutionException | TimeoutException | KafkaException | IllegalStateException e) {
            LOGGER.atWarn()
                    .addKeyValue("error", e.getClass().getName())
                    .log("how far the detector is can not be told now; its lag counts on");
            isBlind = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double stateBehind() {
        KafkaStreams streams = factory.getKafkaStreams();
        return streams == null
                ? Double.NaN
                : streams.allLocalStorePartitionLags().values().stream()
                        .flatMap(partitions -> partitions.values().stream())
                        .mapToLong(LagInfo::offsetLag)
                        .sum();
    }

    private double sum(ToDoubleFunction<ThreadMetadata> count) {
        KafkaStreams streams = factory.getKafkaStreams();
        return streams == null || streams.state() == KafkaStreams.State.CREATED
                ? 0
                : streams.metadataForLocalThreads().stream()
                        .filter(thread -> !thread.threadState().equals("DEAD"))
                        .mapToDouble(count)
                        .sum();
    }

    /** While Kafka can not be asked, whatever was taken in at the last look: since then nothing may have been. */
    private @Nullable Instant waitsSince(String topic) {
        Standing standing = standings.get(topic);
        Instant since = standing == null ? null : standing.waitsSince();
        return since == null && isBlind ? lookedAt : since;
    }

    private double age(String topic) {
        Standing standing = standings.get(topic);
        return standing == null || standing.newest() == null ? Double.NaN : seconds(standing.newest());
    }

    private double seconds(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, machineTime.instant()).toMillis() / 1_000.0);
    }

    @Override
    public void close() {
        if (lag != null) {
            lag.close();
        }
    }
}
