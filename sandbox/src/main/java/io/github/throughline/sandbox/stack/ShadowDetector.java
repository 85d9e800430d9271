package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.LoopbackPorts;
import io.github.throughline.sandbox.client.Endpoints;
import io.github.throughline.stall.stream.StreamConfiguration;
import io.github.throughline.stall.stream.liveness.SourceLag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A second detector beside the one of a running sandbox, which tries other terms.
 *
 * @param application its name on Kafka; the same terms have the same
 * @param process that runs
 */
public record ShadowDetector(Endpoints endpoints, String application, ChildProcess process) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** @param terms YAML as a backtest takes it */
    public static ShadowDetector start(RunningStack running, Path terms) {
        String application = "stall-detector-shadow-" + UUID.nameUUIDFromBytes(content(terms));
        Endpoints endpoints = running.endpoints();
        var settings = Map.<String, Object>ofEntries(
                Map.entry("spring.profiles.active", "shadow"),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.port", 0),
                Map.entry("management.server.address", "127.0.0.1"),
                Map.entry("management.server.port", LoopbackPorts.free()),
                Map.entry("spring.kafka.bootstrap-servers", endpoints.bootstrapServers()),
                Map.entry("spring.kafka.streams.application-id", application),
                Map.entry(
                        "spring.kafka.streams.state-dir",
                        running.folder().state(application).toString()),
                Map.entry("spring.security.oauth2.resourceserver.jwt.issuer-uri", running.issuer()),
                Map.entry("throughline.registry-url", endpoints.registryUrl()),
                Map.entry("throughline.registry-auto-register", true),
                Map.entry("throughline.instance-id", "sandbox"),
                Map.entry(
                        "throughline.plan-keys",
                        endpoints.of("plan-service", ".well-known/jwks.json").toString()),
                Map.entry("throughline.shadow.terms", terms.toAbsolutePath().toString()));
        Path log = running.folder().log("stall-detector-shadow");
        var command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx256m"));
        command.addAll(Components.SMALL);
        command.addAll(ServiceJar.of("stall-detector").options(false, log));
        var environment = Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
        return new ShadowDetector(
                endpoints,
                application,
                ChildProcess.start(new ChildProcess.Launch("stall-detector-shadow", command, environment, log)));
    }

    private static byte[] content(Path terms) {
        try {
            return Files.readAllBytes(terms);
        } catch (IOException e) {
            throw new UncheckedIOException(terms + " can not be read", e);
        }
    }

    /** Waits until it has taken in all that stands on the topics. */
    public void awaitCaughtUp() {
        Map<String, Object> client = Map.of("bootstrap.servers", endpoints.bootstrapServers());
        try (var lag = new SourceLag(client, application, StreamConfiguration.sources())) {
            process.awaitReady(
                    () -> lag.look().values().stream().allMatch(topic -> topic.waitsSince() == null), PATIENCE);
        }
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(30));
    }
}
