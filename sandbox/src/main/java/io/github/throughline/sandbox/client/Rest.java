package io.github.throughline.sandbox.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON over HTTP as a good client does it: one idempotency key for each wish, sent again with the same key until there is
 * an answer.
 */
public final class Rest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** Nobody at home, or overloaded: worth another try. */
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);

    private final Endpoints endpoints;
    private final Tokens tokens;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final LongAdder retries = new LongAdder();

    public Rest(Endpoints endpoints, Tokens tokens) {
        this.endpoints = endpoints;
        this.tokens = tokens;
    }

    /** @throws Refused when the service says no */
    public JsonNode get(Person caller, String service, String path) {
        return exchange(caller, service, "GET", path, null, null);
    }

    /**
     * Asks for something to happen, once.
     *
     * @param body a record or map
     * @throws Refused when the service says no
     */
    public JsonNode post(Person caller, String service, String path, Object body) {
        return exchange(caller, service, "POST", path, body, null);
    }

    /** The same, with nothing more to say, on the revision of something that was seen. */
    public JsonNode postOn(Person caller, String service, String path, int revision) {
        return exchange(caller, service, "POST", path, Map.of(), "\"" + revision + "\"");
    }

    /** Like {@link #post}, to put something in the place of what is there, whatever that is by now. */
    public JsonNode put(Person caller, String service, String path, Object body) {
        return exchange(caller, service, "PUT", path, body, "*");
    }

    private JsonNode exchange(
            Person caller,
            String service,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String ifMatch) {
        var wish = HttpRequest.newBuilder(endpoints.of(service, path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json");
        if (ifMatch != null) {
            wish.header("If-Match", ifMatch);
        }
        if (body == null) {
            wish.method(method, BodyPublishers.noBody());
        } else {
            wish.header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        var name = method + " " + service + path;
        return read(name, untilAnswered(name, wish, caller));
    }

    /** How often something had to be sent again, all in all. */
    long retries() {
        return retries.sum();
    }

    private HttpResponse<byte[]> untilAnswered(String name, HttpRequest.Builder wish, Person caller) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            @Nullable IOException failure = null;
            try {
                wish.setHeader("Authorization", "Bearer " + tokens.token(caller.subject(), caller.role()));
                var answer = client.send(wish.build(), BodyHandlers.ofByteArray());
                if (!TRY_AGAIN.contains(answer.statusCode())) {
                    return answer;
                }
            } catch (IOException e) {
                failure = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unreachable(name, e);
            }
            if (System.nanoTime() > deadline) {
                throw new Unreachable(name, failure);
            }
            retries.increment();
            pause = waitFor(pause);
        }
    }

    private static Duration waitFor(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    }

    private static JsonNode read(String name, HttpResponse<byte[]> answer) {
        var body = json(answer.body());
        if (answer.statusCode() >= 300) {
            throw new Refused(
                    name,
                    answer.statusCode(),
                    body.path("code").asString(""),
                    body.path("detail").asString(""));
        }
        return body;
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.getNodeFactory().stringNode(new String(body, StandardCharsets.UTF_8));
        }
    }
}
