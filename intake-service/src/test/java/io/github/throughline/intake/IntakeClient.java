package io.github.throughline.intake;

import io.github.throughline.testkit.security.TestTokens;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP, the way its clients call it. */
final class IntakeClient {

    private final RestTestClient http;

    IntakeClient(int port) {
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    ResponseSpec send(HttpMethod method, String path, String bearer, String body) {
        return send(method, path, bearer, body, UUID.randomUUID().toString());
    }

    ResponseSpec send(HttpMethod method, String path, String bearer, String body, String idempotencyKey) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    ResponseSpec sendIfMatch(HttpMethod method, String path, String bearer, String body, String tag) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .header(HttpHeaders.IF_MATCH, tag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    ResponseSpec get(String path, String bearer) {
        return http.get().uri(path).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
    }

    static JsonNode json(ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBody();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    static String intake() {
        return TestTokens.bearer("intake-desk", "intake");
    }

    static String operator() {
        return TestTokens.bearer("ops-a", "operator");
    }

    static String service() {
        return TestTokens.bearer("notification-service", "service");
    }
}
