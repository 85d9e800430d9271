package io.github.throughline.testkit.backing;

import io.github.throughline.backing.Databases;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers as containers, for people who have a container engine and want no processes of their own. */
final class ContainerBacking {

    private static final int POSTGRES_PORT = 5432;
    private static final int REGISTRY_PORT = 8080;

    private ContainerBacking() {}

    /** Whether {@code throughline.test.backing} (or THROUGHLINE_TEST_BACKING) says {@code testcontainers}. */
    static boolean isAskedFor() {
        var asked = Optional.ofNullable(System.getProperty("throughline.test.backing"))
                .or(() -> Optional.ofNullable(System.getenv("THROUGHLINE_TEST_BACKING")));
        return asked.filter("testcontainers"::equals).isPresent();
    }

    /** Starts them for this process; Testcontainers ends them with it. */
    @SuppressWarnings("resource")
    static TestBacking start() {
        var kafka = new KafkaContainer("apache/kafka:4.3.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        var postgres = new PostgreSQLContainer("postgres:18")
                .withUsername("postgres")
                .withCommand("postgres", "-c", "max_connections=300", "-c", "fsync=off");
        var registry = new GenericContainer<>(DockerImageName.parse("apicurio/apicurio-registry:3.3.3"))
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp("/apis/registry/v3/system/info").forPort(REGISTRY_PORT));
        kafka.start();
        postgres.start();
        registry.start();
        var registryUrl = "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT);
        return new TestBacking(
                kafka.getBootstrapServers(),
                new Databases(postgres.getMappedPort(POSTGRES_PORT), postgres.getPassword()),
                registryUrl + "/apis/registry/v3",
                registryUrl + "/apis/ccompat/v7");
    }
}
