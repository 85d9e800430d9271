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
import java.util.Map;
import java.util.UUID;

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
        var own = Map.<String, Object>of(
                "spring.profiles.active",
                "shadow",
                "server.address",
                "127.0.0.1",
                "server.port",
                0,
                "management.server.address",
                "127.0.0.1",
                "management.server.port",
                LoopbackPorts.free(),
                "spring.kafka.streams.application-id",
                application,
                "throughline.shadow.terms",
                terms.toAbsolutePath().toString());
        var launch = DetectorLaunch.of(running, "stall-detector-shadow", application, own);
        return new ShadowDetector(running.endpoints(), application, ChildProcess.start(launch));
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
