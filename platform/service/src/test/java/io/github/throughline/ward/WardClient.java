package io.github.throughline.ward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the ward service over HTTP. */
final class WardClient {

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    WardClient(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    HttpResponse<String> post(String path, @Nullable String token, String json, @Nullable String idempotencyKey) {
        return post(path, token, json, idempotencyKey, Map.of());
    }

    HttpResponse<String> post(
            String path,
            @Nullable String token,
            String json,
            @Nullable String idempotencyKey,
            Map<String, String> headers) {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey));
    }

    /** The same without a length that is said before. */
    HttpResponse<String> postPiecemeal(
            String path, @Nullable String token, String json, @Nullable String idempotencyKey) {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json.getBytes(UTF_8))));
        return send(idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
