package io.github.throughline.plan;

import io.github.throughline.platform.web.VersionTag;
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
final class PlanClient {

    static final String PHYSICIAN = TestTokens.bearer("dr-osei", "physician");
    static final String COORDINATOR = TestTokens.bearer("coordinator-a", "coordinator");

    private final RestTestClient http;

    PlanClient(int port) {
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    ResponseSpec post(String path, String bearer, String body) {
        return post(path, bearer, body, UUID.randomUUID().toString());
    }

    ResponseSpec post(String path, String bearer, String body, String idempotencyKey) {
        return http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Signs the revision of a draft. */
    ResponseSpec sign(String versionPath, String bearer, int revision, String idempotencyKey) {
        return http.post()
                .uri(versionPath + "/signature")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .header("Idempotency-Key", idempotencyKey)
                .header(HttpHeaders.IF_MATCH, VersionTag.of(revision))
                .exchange();
    }

    ResponseSpec sign(String versionPath, String bearer, int revision) {
        return sign(versionPath, bearer, revision, UUID.randomUUID().toString());
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

    /** @param tag for If-Match; empty: none */
    ResponseSpec delete(String path, String bearer, String tag) {
        return http.delete()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .headers(headers -> {
                    if (!tag.isEmpty()) {
                        headers.setIfMatch(tag);
                    }
                })
                .exchange();
    }

    ResponseSpec put(String path, String bearer, String body) {
        return http.put()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    ResponseSpec get(String path, String bearer) {
        return http.get().uri(path).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
    }

    ResponseSpec getOpenly(String path) {
        return http.get().uri(path).exchange();
    }

    static byte[] bytes(ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBody();
        return body == null ? new byte[0] : body;
    }

    static JsonNode json(ResponseSpec response) {
        return JsonMapper.shared().readTree(bytes(response));
    }
}
