package io.github.throughline.backing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An Apicurio Registry that keeps its schemas in a file. */
public final class SchemaRegistry extends BackingService {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ServerFiles files;
    private final int managementPort;

    SchemaRegistry(ServerFiles files, Path directory, Path log, int port, int managementPort) {
        super("registry", directory, log, port);
        this.files = files;
        this.managementPort = managementPort;
    }

    /** Base of the registry's own API; the Confluent-compatible one is at {@link #confluentUrl()}. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/apis/registry/v3";
    }

    /** Base of the API that Confluent's clients speak. */
    public String confluentUrl() {
        return "http://127.0.0.1:" + port() + "/apis/ccompat/v7";
    }

    @Override
    public void start() {
        startProcess(new ChildProcess.Launch(name(), command(), log()), this::isReady, PATIENCE);
    }

    @Override
    public void stop() {
        process().stop(Duration.ofSeconds(15));
    }

    private boolean isReady() throws IOException, InterruptedException {
        if (!LoopbackPorts.isOpen(managementPort)) {
            return false;
        }
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    private List<String> command() {
        return List.of(
                ChildProcess.java(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port(),
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                        + directory().resolve("data").resolve("registry"),
                "-jar",
                files.registryJar().toString());
    }
}
