package io.github.throughline.backing;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of a Kafka cluster, seen by its administrator.
 *
 * @param bootstrapServers where clients connect
 */
public record KafkaTopics(String bootstrapServers) {

    /** Creates those that are not there yet. */
    public void create(Collection<NewTopic> topics) {
        try (var admin = admin()) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                awaitCreated(created.getKey(), created.getValue());
            }
        }
    }

    /** An administrator's client; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    private static void awaitCreated(String topic, KafkaFuture<Void> created) {
        try {
            created.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + topic + " can not be created", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("topic " + topic + " was not awaited", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("topic " + topic + " was not created in time", e);
        }
    }
}
