package io.github.throughline.stall.stream;

import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.LoopbackPorts;
import io.github.throughline.backing.NotReadyException;
import io.github.throughline.stall.StallDetectorApplication;
import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.security.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** The detector as a process of its own, which can be killed and started again on its state. */
final class DetectorProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Instance instance;
    private final HttpClient http = HttpClient.newHttpClient();
    private ChildProcess process;
    private int managementPort;

    private DetectorProcess(Instance instance) {
        this.instance = instance;
        this.managementPort = LoopbackPorts.free();
        this.process = launch();
    }

    /**
     * One of the detectors that share an application's work.
     *
     * @param backing the servers that it uses
     * @param id stable over its restarts
     * @param folder of its state and log
     */
    record Instance(TestBacking backing, String application, String id, Path folder) {}

    /** One on the shared servers, with an application of its own. */
    static DetectorProcess start(Path folder) {
        return start(new Instance(TestBacking.shared(), "test-detector-" + UUID.randomUUID(), "alone", folder));
    }

    static DetectorProcess start(Instance instance) {
        var detector = new DetectorProcess(instance);
        detector.awaitReady();
        return detector;
    }

    /** Ends it in order. */
    void stop() {
        process.stop(Duration.ofSeconds(30));
    }

    /** Makes its state anew, while it does not run; fails with the end of its log. */
    void rebuild() {
        rebuild(Ward.PUBLIC_KEYS);
    }

    /** @param planKeys as JSON */
    void rebuild(String planKeys) {
        ChildProcess.run(
                new ChildProcess.Launch(
                        "rebuild",
                        command(planKeys, "--spring.profiles.active=rebuild"),
                        instance.folder().resolve("rebuild.txt")),
                PATIENCE);
    }

    /** As kill -9 does, in the middle of whatever it does. */
    void kill() {
        process.kill();
    }

    void killAndStartAgain() {
        kill();
        startAgain();
    }

    /** Ends it in order and starts it again. */
    void stopAndStartAgain() {
        stop();
        startAgain();
    }

    /** Ends it in order and starts it again as on another disk. */
    void startAgainWithoutItsFolder() {
        stop();
        FileSystemUtils.deleteRecursively(instance.folder().resolve("state").toFile());
        startAgain();
    }

    String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        stop();
        http.close();
    }

    void startAgain() {
        managementPort = LoopbackPorts.free();
        process = launch();
        awaitReady();
    }

    private void awaitReady() {
        try {
            process.awaitReady(() -> get("/actuator/health/readiness").contains("\"status\":\"UP\""), PATIENCE);
        } catch (NotReadyException e) {
            process.kill();
            throw e;
        }
    }

    private ChildProcess launch() {
        return ChildProcess.start(new ChildProcess.Launch(
                "stall-detector",
                command(Ward.PUBLIC_KEYS, "--server.port=0", "--management.server.port=" + managementPort),
                instance.folder().resolve("log.txt")));
    }

    private List<String> command(String planKeys, String... more) {
        TestBacking backing = instance.backing();
        var command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StallDetectorApplication.class.getName(),
                "--spring.kafka.bootstrap-servers=" + backing.bootstrapServers(),
                "--spring.kafka.streams.application-id=" + instance.application(),
                "--throughline.instance-id=" + instance.id(),
                "--spring.kafka.streams.state-dir=" + instance.folder().resolve("state"),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.issuer(),
                "--throughline.registry-url=" + backing.registryUrl(),
                "--throughline.registry-auto-register=true",
                "--throughline.plan-keys=" + planKeys));
        command.addAll(List.of(more));
        return command;
    }
}
