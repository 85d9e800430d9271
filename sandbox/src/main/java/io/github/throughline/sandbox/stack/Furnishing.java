package io.github.throughline.sandbox.stack;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.util.Collection;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the topics and databases that the services expect to find. */
final class Furnishing {

    private final Addresses addresses;
    private final ServiceSettings settings;

    Furnishing(Addresses addresses, ServiceSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    void makeAll() {
        makeTopics(Topics.all());
        makeTopics(SandboxPartners.topics());
        Topics.SERVICES.forEach(service -> ServiceSettings.database(service)
                .ifPresent(name -> addresses.backing().createDatabase(name, name, settings.databasePassword(service))));
    }

    void makeTopics(Collection<Topic> topics) {
        addresses
                .backing()
                .kafka()
                .topics()
                .create(topics.stream().map(Furnishing::asNewTopic).toList());
    }

    private static NewTopic asNewTopic(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings());
    }
}
