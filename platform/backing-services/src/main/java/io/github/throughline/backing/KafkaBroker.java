package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;

/** A Kafka broker and controller in one process. */
public final class KafkaBroker extends BackingService {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ServerFiles files;
    private final int controllerPort;

    KafkaBroker(ServerFiles files, Path directory, Path log, int port, int controllerPort) {
        super("kafka", directory, log, port);
        this.files = files;
        this.controllerPort = controllerPort;
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    @Override
    public void start() {
        writeSettings();
        if (!Files.exists(data().resolve("meta.properties"))) {
            formatStorage();
        }
        startProcess(
                new ChildProcess.Launch(name(), java("kafka.Kafka", settings().toString()), log()),
                this::isReady,
                PATIENCE);
    }

    @Override
    public void stop() {
        process().stop(Duration.ofSeconds(20));
    }

    /** Its topics, as its administrator sees them. */
    public KafkaTopics topics() {
        return new KafkaTopics(bootstrapServers());
    }

    private boolean isReady() throws Exception {
        if (!LoopbackPorts.isOpen(port())) {
            return false;
        }
        try (var admin = topics().admin()) {
            return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
        }
    }

    private void formatStorage() {
        var command = java(
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                settings().toString());
        ChildProcess.run(new ChildProcess.Launch("kafka storage format", command, log()), PATIENCE);
    }

    private List<String> java(String mainClass, String... arguments) {
        var command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=" + directory().resolve("log4j2.properties"),
                "-cp",
                files.brokerClasspath()));
        command.addAll(ChildProcess.keepingClassesIn(files.directory().resolve(mainClass + ".jsa")));
        command.add(mainClass);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private void writeSettings() {
        try {
            Files.createDirectories(directory());
            Files.writeString(settings(), brokerSettings());
            Files.writeString(directory().resolve("log4j2.properties"), resource("broker-log4j2.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String brokerSettings() throws IOException {
        return resource("broker.properties")
                .replace("${port}", Integer.toString(port()))
                .replace("${controllerPort}", Integer.toString(controllerPort))
                .replace("${data}", data().toString().replace('\\', '/'));
    }

    private static String resource(String name) throws IOException {
        try (var in = KafkaBroker.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path settings() {
        return directory().resolve("broker.properties");
    }

    private Path data() {
        return directory().resolve("data");
    }
}
