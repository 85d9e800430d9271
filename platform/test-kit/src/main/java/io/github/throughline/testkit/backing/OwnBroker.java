package io.github.throughline.testkit.backing;

import io.github.throughline.backing.BackingServices;
import io.github.throughline.backing.Durability;
import io.github.throughline.schemas.Topics;
import java.nio.file.Path;

/**
 * A broker that one test has to itself, where its topics may have another number of partitions than elsewhere; the other
 * servers are the shared ones.
 *
 * @param servers of which only the broker runs
 */
public record OwnBroker(BackingServices servers) implements AutoCloseable {

    /**
     * Starts it with all topics.
     *
     * @param directory of its data and log
     * @param partitions of each topic
     */
    public static OwnBroker start(Path directory, int partitions) {
        var servers = BackingServices.in(directory, Durability.PASSING);
        servers.kafka().start();
        servers.kafka()
                .topics()
                .create(Topics.all().stream()
                        .map(topic -> TestBacking.asNewTopic(topic, partitions))
                        .toList());
        return new OwnBroker(servers);
    }

    /** The servers to use: this broker, and the others that are shared. */
    public TestBacking backing() {
        var shared = TestBacking.shared();
        return new TestBacking(
                servers.bootstrapServers(), shared.databases(), shared.registryUrl(), shared.registryConfluentUrl());
    }

    @Override
    public void close() {
        servers.close();
    }
}
