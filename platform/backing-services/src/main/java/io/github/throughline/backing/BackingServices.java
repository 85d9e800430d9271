package io.github.throughline.backing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** The three servers that Throughline stands on, below one folder. */
public final class BackingServices implements AutoCloseable {

    private final KafkaBroker kafka;
    private final PostgresServer postgres;
    private final SchemaRegistry registry;
    private final KeptPorts ports;

    private BackingServices(KafkaBroker kafka, PostgresServer postgres, SchemaRegistry registry, KeptPorts ports) {
        this.kafka = kafka;
        this.postgres = postgres;
        this.registry = registry;
        this.ports = ports;
    }

    /**
     * Prepares the three without starting them.
     *
     * @param directory holds their data, settings, ports and logs; what is there already is used again
     */
    public static BackingServices in(Path directory, Durability durability) {
        return in(
                directory, directory.resolve("logs"), KeptPorts.in(directory.resolve("ports.properties")), durability);
    }

    /**
     * The same with logs and ports of their own.
     *
     * @param ports closed together with the servers
     */
    public static BackingServices in(Path directory, Path logs, KeptPorts ports, Durability durability) {
        var files = ServerFiles.locate();
        var home = directory.toAbsolutePath().normalize();
        var log = logs.toAbsolutePath().normalize();
        return new BackingServices(
                new KafkaBroker(
                        files,
                        home.resolve("kafka"),
                        log.resolve("kafka.log"),
                        ports.port("kafka"),
                        ports.port("kafka-controller")),
                new PostgresServer(
                        files,
                        home.resolve("postgres"),
                        log.resolve("postgres.log"),
                        ports.port("postgres"),
                        durability),
                new SchemaRegistry(
                        files,
                        home.resolve("registry"),
                        log.resolve("registry.log"),
                        ports.port("registry"),
                        ports.port("registry-management")),
                ports);
    }

    /** Starts the three side by side and waits until all are ready; when one can not be, none stays. */
    public BackingServices start() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starting = all().stream()
                    .map(service -> CompletableFuture.runAsync(service::start, threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(starting).join();
            return this;
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public SchemaRegistry registry() {
        return registry;
    }

    /** In the order in which to start them one by one. */
    public List<BackingService> all() {
        return List.of(postgres, kafka, registry);
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    /** See {@link Databases#create}. */
    public Database createDatabase(String name, String role, String password) {
        return postgres.databases().create(name, role, password);
    }

    public String registryUrl() {
        return registry.url();
    }

    /** Stops those that run, and gives their ports back. */
    @Override
    public void close() {
        for (var service : all().reversed()) {
            if (service.wasStarted()) {
                service.stop();
            }
        }
        ports.close();
    }
}
