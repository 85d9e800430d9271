package io.github.throughline.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.throughline.testkit.security.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider that lets in whoever it was told to, without asking; its tokens are the test issuer's. */
public final class IdentityStandIn {

    /** What services get for their client credentials, as the header Authorization. */
    public static final String SERVICE_TOKEN = "Bearer a-service-token";

    private record Person(String subject, String role) {}

    /** A code that was handed out, and for what. */
    private record Promise(Person person, String nonce, String client, boolean proofKey) {}

    private final HttpServer server;
    private final Map<String, Promise> promises = new ConcurrentHashMap<>();
    private volatile Duration tokensLast = Duration.ofMinutes(10);
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private volatile Person next = new Person("nobody", "patient");

    private IdentityStandIn(HttpServer server) {
        this.server = server;
    }

    public static IdentityStandIn start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var identity = new IdentityStandIn(server);
            server.createContext("/authorize", identity::authorize);
            server.createContext("/token", identity::token);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whoever signs in next is this person. */
    public void letsIn(String subject, String role) {
        next = new Person(subject, role);
    }

    public void tokensLast(Duration time) {
        tokensLast = time;
    }

    /** From now on whoever asks for a token gets no answer, or again the one that they waited for. */
    public void hang(boolean hanging) {
        var before = answers;
        answers = new CountDownLatch(hanging ? 1 : 0);
        before.countDown();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = form(exchange.getRequestURI().getRawQuery());
            var code = UUID.randomUUID().toString();
            promises.put(
                    code,
                    new Promise(
                            next,
                            asked.getOrDefault("nonce", ""),
                            asked.getOrDefault("client_id", ""),
                            "S256".equals(asked.get("code_challenge_method"))));
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "%s?code=%s&state=%s"
                                    .formatted(
                                            asked.get("redirect_uri"),
                                            code,
                                            URLEncoder.encode(asked.getOrDefault("state", ""), UTF_8)));
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            answers.await();
            var answer =
                    new HashMap<String, Object>(Map.of("token_type", "Bearer", "expires_in", tokensLast.toSeconds()));
            answer.put("access_token", SERVICE_TOKEN.substring("Bearer ".length()));
            if ("authorization_code".equals(asked.get("grant_type"))) {
                var promise = promises.remove(asked.getOrDefault("code", ""));
                if (promise == null || !promise.proofKey() || !asked.containsKey("code_verifier")) {
                    exchange.sendResponseHeaders(400, -1);
                    return;
                }
                answer.put("id_token", idToken(promise));
            }
            var bytes = JsonMapper.shared().writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String idToken(Promise promise) {
        return TestTokens.token(
                promise.person().subject(),
                List.of(promise.person().role()),
                claims -> claims.audience(promise.client()).claim("nonce", promise.nonce()));
    }

    private static Map<String, String> form(String encoded) {
        var fields = new HashMap<String, String>();
        Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> fields.put(
                        URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair.length > 1 ? pair[1] : "", UTF_8)));
        return fields;
    }
}
