package io.github.throughline.testkit.backing;

import io.github.throughline.backing.Databases;
import io.github.throughline.backing.ProcessIdentity;
import io.github.throughline.backing.ServerVersions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers as containers, for people who have a container engine and want no processes of their own. */
record ContainerServers(KafkaContainer kafka, PostgreSQLContainer postgres, GenericContainer<?> registry)
        implements HeldServers {

    private static final String SETTING = "throughline.test.backing";
    private static final int POSTGRES_PORT = 5432;
    private static final int REGISTRY_PORT = 8080;

    /** Whether {@code throughline.test.backing} (or THROUGHLINE_TEST_BACKING) says {@code testcontainers}, and can be heard. */
    static boolean areWanted() {
        var asked = Optional.ofNullable(System.getProperty(SETTING))
                .or(() -> Optional.ofNullable(System.getenv("THROUGHLINE_TEST_BACKING")));
        return areWanted(asked, () -> DockerClientFactory.instance().isDockerAvailable());
    }

    static boolean areWanted(Optional<String> asked, BooleanSupplier hasEngine) {
        if (asked.filter("testcontainers"::equals).isEmpty()) {
            return false;
        }
        var isThere = hasEngine.getAsBoolean();
        if (!isThere) {
            System.err.println(
                    SETTING + "=testcontainers, but no container engine answers: the servers run as processes");
        }
        return isThere;
    }

    static ContainerServers start() {
        var versions = ServerVersions.ofTheBuild();
        var servers = new ContainerServers(
                new KafkaContainer("apache/kafka:" + versions.kafka())
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                new PostgreSQLContainer("postgres:" + versions.postgresMajor())
                        .withUsername("postgres")
                        .withCommand("postgres", "-c", "max_connections=300", "-c", "fsync=off"),
                new GenericContainer<>(DockerImageName.parse("apicurio/apicurio-registry:" + versions.registry()))
                        .withExposedPorts(REGISTRY_PORT)
                        .waitingFor(
                                Wait.forHttp("/apis/registry/v3/system/info").forPort(REGISTRY_PORT)));
        Startables.deepStart(servers.all()).join();
        return servers;
    }

    @Override
    public TestBacking backing() {
        var registryUrl = "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT);
        return new TestBacking(
                kafka.getBootstrapServers(),
                new Databases(postgres.getMappedPort(POSTGRES_PORT), postgres.getPassword()),
                registryUrl + "/apis/registry/v3",
                registryUrl + "/apis/ccompat/v7");
    }

    /** None of ours: Testcontainers watches over them. */
    @Override
    public Map<String, ProcessIdentity> processes() {
        return Map.of();
    }

    @Override
    public void close() {
        all().forEach(GenericContainer::stop);
    }

    private List<GenericContainer<?>> all() {
        return List.of(kafka, postgres, registry);
    }
}
