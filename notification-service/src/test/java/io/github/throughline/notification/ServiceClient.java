package io.github.throughline.notification;

import io.github.throughline.testkit.security.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as people and other services do. */
final class ServiceClient {

    /** An answer, whatever its status. */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }
    }

    private final RestClient api;
    private final RestClient management;

    ServiceClient(int port, int managementPort) {
        this.api = RestClient.create("http://127.0.0.1:" + port);
        this.management = RestClient.create("http://127.0.0.1:" + managementPort);
    }

    Answer get(String path, String subject, String role) {
        return api.get()
                .uri(path)
                .header("Authorization", TestTokens.bearer(subject, role))
                .exchange((request, response) -> new Answer(
                        response.getStatusCode().value(),
                        read(response.getBody().readAllBytes())));
    }

    Answer post(String path, Map<String, Object> body, String key, String subject, String role) {
        return api.post()
                .uri(path)
                .header("Authorization", TestTokens.bearer(subject, role))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) -> new Answer(
                        response.getStatusCode().value(),
                        read(response.getBody().readAllBytes())));
    }

    Answer put(String path, Map<String, Object> body, String subject, String role) {
        return api.put()
                .uri(path)
                .header("Authorization", TestTokens.bearer(subject, role))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) -> new Answer(
                        response.getStatusCode().value(),
                        read(response.getBody().readAllBytes())));
    }

    Answer acknowledge(Facts facts) {
        var path = "/escalations/" + facts.escalationId() + "/acknowledgement";
        return post(path, Map.of(), UUID.randomUUID().toString(), facts.coordinator(), "coordinator");
    }

    /** The page behind an address that needs no sign-in. */
    String page(String path) {
        return api.get()
                .uri(path)
                .exchange((request, response) -> new String(response.getBody().readAllBytes()));
    }

    List<JsonNode> notices(Facts facts) {
        return get("/escalations/" + facts.escalationId() + "/notices", "sandbox", "service")
                .body()
                .valueStream()
                .toList();
    }

    JsonNode awaitNotice(Facts facts, String recipient, Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> notices(facts).stream()
                                .filter(notice ->
                                        notice.path("recipient").asString("").equals(recipient))
                                .filter(wanted)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    JsonNode awaitState(Facts facts, String recipient, String state) {
        return awaitNotice(
                facts, recipient, notice -> notice.path("state").asString("").equals(state));
    }

    void setCareTime(Instant now) {
        management
                .post()
                .uri("/actuator/caretime")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("now", now.toString(), "running", false))
                .retrieve()
                .toBodilessEntity();
    }

    /** How much a counter has counted. */
    double counted(String name, String tag) {
        return management
                .get()
                .uri("/actuator/metrics/{name}?tag={tag}", name, tag)
                .retrieve()
                .requiredBody(JsonNode.class)
                .at("/measurements/0/value")
                .asDouble();
    }

    private static JsonNode read(byte[] body) {
        return body.length == 0
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(body);
    }
}
