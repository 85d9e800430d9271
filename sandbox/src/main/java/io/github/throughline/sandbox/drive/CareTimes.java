package io.github.throughline.sandbox.drive;

import io.github.throughline.sandbox.client.Endpoints;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The management endpoints of care time. */
public final class CareTimes {

    /** The services that live in care time; the detector never looks at a clock. */
    static final List<String> SERVICES =
            List.of("intake-service", "plan-service", "checkin-service", "notification-service");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Endpoints endpoints;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    public CareTimes(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Where care time stands, for people; empty: nobody says. */
    public Optional<Instant> shown() {
        try {
            return Optional.of(state(SERVICES.getFirst()).now());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** @throws IOException when the service does not answer as it should */
    ServiceState state(String service) throws IOException, InterruptedException {
        return send(request(service).GET().build());
    }

    /**
     * Sets a service's care time.
     *
     * @param running whether it goes on from there at the normal pace
     */
    ServiceState set(String service, Instant careTime, boolean running) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("now", careTime.toString(), "running", running));
        return send(request(service)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String service) {
        return HttpRequest.newBuilder(endpoints.managementOf(service, "/actuator/caretime"))
                .header("Accept", "application/json")
                .timeout(PATIENCE);
    }

    private ServiceState send(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + answer.statusCode());
        }
        try {
            return JSON.readValue(answer.body(), ServiceState.class);
        } catch (JacksonException e) {
            throw new IOException(request.uri() + " answered something else", e);
        }
    }
}
