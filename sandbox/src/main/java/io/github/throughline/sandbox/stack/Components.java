package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.BackingService;
import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.LoopbackPorts;
import io.github.throughline.backing.ReadyCheck;
import io.github.throughline.sandbox.identity.IdentityProvider;
import io.github.throughline.sandbox.secrets.PrivateFiles;
import io.github.throughline.sandbox.sink.SinkProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How each process of the sandbox is started, and what tells that it is ready. */
final class Components {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Short-lived processes on a shared machine: quick to start and small comes before fast in the long run. */
    static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    /** What our own programs answer as their health: that of another sandbox on the same port is not ours. */
    private final String launch = UUID.randomUUID().toString();

    private final Addresses addresses;
    private final SandboxFolder folder;
    private final ServiceSettings settings;

    Components(Addresses addresses, SandboxFolder folder, ServiceSettings settings) {
        this.addresses = addresses;
        this.folder = folder;
        this.settings = settings;
    }

    /** What the services stand on; all can start side by side. */
    List<Component> ground() {
        var backing = addresses.backing();
        return List.of(
                backing(
                        backing.postgres(),
                        backing.jdbcUrl(""),
                        backing.postgres().port()),
                backing(
                        backing.kafka(),
                        backing.bootstrapServers(),
                        backing.kafka().port()),
                backing(
                        backing.registry(),
                        backing.registryUrl(),
                        backing.registry().port()),
                identity(),
                sinks());
    }

    private static Component backing(BackingService service, String url, int port) {
        return new Component.Backing(service, url, Map.of("server", port));
    }

    private Component identity() {
        var file = folder.identity().resolve("settings.json");
        PrivateFiles.write(file, JSON.writeValueAsString(settings.identity(launch)));
        var command = own(IdentityProvider.class, "128m", file.toString());
        return program(
                "identity",
                () -> new ChildProcess.Launch("identity", command, folder.log("identity")),
                addresses.issuer(),
                Map.of("http", addresses.identity()),
                answers(addresses.identity(), "/health", launch::equals));
    }

    private Component sinks() {
        var command = own(
                SinkProcess.class,
                "128m",
                Integer.toString(addresses.smtp()),
                Integer.toString(addresses.sink()),
                launch);
        return program(
                "sinks",
                () -> new ChildProcess.Launch("sinks", command, folder.log("sinks")),
                addresses.sinkUrl(),
                Map.of("smtp", addresses.smtp(), "http", addresses.sink()),
                answers(addresses.sink(), "/health", launch::equals));
    }

    /** A service; all can start side by side once the ground is ready and furnished. */
    Component service(String service) {
        var ports = addresses.portsOf(service);
        var jar = ServiceJar.of(service);
        return program(
                service,
                () -> launch(service, jar),
                addresses.url(service),
                Map.of("api", ports.api(), "management", ports.management()),
                answers(ports.management(), "/actuator/health/readiness", body -> true));
    }

    private ChildProcess.Launch launch(String service, ServiceJar jar) {
        var log = folder.log(service);
        var command = Stream.of(List.of(ChildProcess.java(), "-Xmx256m"), SMALL, jar.options(folder.isOfProject(), log))
                .flatMap(List::stream)
                .toList();
        // As a variable, not as arguments: secrets do not belong where every process list shows them.
        var environment = Map.of("SPRING_APPLICATION_JSON", JSON.writeValueAsString(settings.of(service)));
        return new ChildProcess.Launch(service, command, environment, log);
    }

    private static List<String> own(Class<?> main, String heap, String... arguments) {
        var command = new ArrayList<String>();
        command.add(ChildProcess.java());
        command.add("-Xmx" + heap);
        command.addAll(SMALL);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Component program(
            String name,
            Supplier<ChildProcess.Launch> launch,
            String url,
            Map<String, Integer> ports,
            ReadyCheck ready) {
        return new Component.Program(name, launch, url, ports, ready, new AtomicReference<>());
    }

    private static ReadyCheck answers(int port, String path, Predicate<String> isOurs) {
        return () -> {
            if (!LoopbackPorts.isOpen(port)) {
                return false;
            }
            try (var client = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                var answer = client.send(request, BodyHandlers.ofString());
                return answer.statusCode() == 200 && isOurs.test(answer.body());
            }
        };
    }
}
