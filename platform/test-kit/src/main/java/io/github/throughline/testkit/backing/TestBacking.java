package io.github.throughline.testkit.backing;

import io.github.throughline.backing.Database;
import io.github.throughline.backing.Databases;
import io.github.throughline.backing.KafkaTopics;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.util.Collection;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The servers that this build's tests share. Topics have their real names and hold what other tests sent: tests keep
 * apart by random patient ids, by consumer groups and databases of their own.
 *
 * @param bootstrapServers of Kafka
 * @param databases of PostgreSQL
 * @param registryUrl base of the schema registry's own API
 * @param registryConfluentUrl base of its API for Confluent's clients
 */
public record TestBacking(
        String bootstrapServers, Databases databases, String registryUrl, String registryConfluentUrl) {

    private static final class Shared {

        static final TestBacking INSTANCE = startOrAttach();

        private static TestBacking startOrAttach() {
            var started = HeldBacking.attach();
            started.createTopics(Topics.all());
            return started;
        }
    }

    /** The servers of this build; the first call starts them. */
    public static TestBacking shared() {
        return Shared.INSTANCE;
    }

    /** An empty database that nobody else uses. */
    public Database freshDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return databases.create(name, name, name);
    }

    /** Name of a consumer group whose members read what is told from now on, and nothing that other tests left behind. */
    public String newGroup() {
        var group = new NewGroup("test-" + UUID.randomUUID(), new KafkaTopics(bootstrapServers));
        group.beginNow();
        return group.name();
    }

    /** Creates those of the topics that are not there yet; those without a partner are there from the start. */
    public void createTopics(Collection<Topic> topics) {
        new KafkaTopics(bootstrapServers)
                .create(topics.stream()
                        .map(topic -> asNewTopic(topic, topic.partitions()))
                        .toList());
    }

    static NewTopic asNewTopic(Topic topic, int partitions) {
        return new NewTopic(topic.name(), partitions, (short) 1).configs(topic.settings());
    }
}
