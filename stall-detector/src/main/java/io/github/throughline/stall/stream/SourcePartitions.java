package io.github.throughline.stall.stream;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * Looks, before Kafka Streams starts, whether the topics that are read side by side have equally many partitions. Streams
 * does not: with other numbers a patient's plan would be with one task and the readings with another, and nothing found.
 */
final class SourcePartitions implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(SourcePartitions.class);
    private static final int BEFORE_STREAMS = new StreamsBuilderFactoryBean().getPhase() - 1;
    private static final long PAUSE_MILLIS = 1_000;

    private final Map<String, Object> kafka;
    private final Collection<String> topics;
    private volatile boolean isRunning;

    SourcePartitions(Map<String, Object> kafka, Collection<String> topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /** @throws IllegalStateException when the topics differ; while Kafka is away or lacks a topic, it waits */
    @Override
    public void start() {
        try (Admin admin = Admin.create(kafka)) {
            Map<String, Integer> partitions = partitions(admin);
            if (partitions.values().stream().distinct().count() > 1) {
                throw new IllegalStateException(
                        "the detector's topics must have equally many partitions, but have: " + partitions);
            }
            isRunning = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Integer> partitions(Admin admin) throws InterruptedException {
        while (true) {
            try {
                return admin.describeTopics(topics).allTopicNames().get().values().stream()
                        .collect(Collectors.toMap(
                                TopicDescription::name,
                                topic -> topic.partitions().size(),
                                Math::max,
                                TreeMap::new));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException)) {
                    throw new IllegalStateException("the detector's topics can not be described", e.getCause());
                }
                LOGGER.atWarn()
                        .addKeyValue("error", e.getCause().getClass().getName())
                        .log("the detector's topics can not be described yet");
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return BEFORE_STREAMS;
    }
}
