package io.github.throughline.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks intake-service's contract over HTTP. */
public final class IntakeStandIn {

    private final HttpServer server;
    private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    private IntakeStandIn(HttpServer server) {
        this.server = server;
    }

    public static IntakeStandIn start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var intake = new IntakeStandIn(server);
            server.createContext("/", intake::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return intake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on everything is answered with 503, or again as it should be. */
    public void fallSilent(boolean silent) {
        this.silent = silent;
    }

    public void knowsCoordinator(String reference, String email) {
        answers.put(
                "/coordinators/" + reference,
                Map.of("reference", reference, "name", "Coordinator", "email", email, "active", true));
    }

    public void knowsPatient(UUID episodeId, String name) {
        answers.put("/episodes/" + episodeId + "/patient", Map.of("name", name));
    }

    /** @param address null: none */
    public void knowsMember(
            UUID episodeId, String member, String channel, @Nullable String address, boolean permitted) {
        var answer = new HashMap<String, Object>(Map.of(
                "member",
                member,
                "role",
                "SPECIALIST",
                "kind",
                channel.equals("NONE") ? "PERSON" : "ORGANISATION",
                "name",
                "Clinic",
                "channel",
                channel,
                "secret",
                "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                "partnerPatient",
                "partner-patient-" + member,
                "permitted",
                permitted));
        if (address != null) {
            answer.put(channel.equals("PARTNER_TOPIC") ? "partner" : "address", address);
        }
        answers.put("/episodes/" + episodeId + "/recipients/" + member, answer);
    }

    /** The member's webhook was never given a secret. */
    public void knowsNoSecretOf(UUID episodeId, String member) {
        answers.computeIfPresent("/episodes/" + episodeId + "/recipients/" + member, (path, known) -> {
            var answer = new HashMap<>(known);
            answer.remove("secret");
            return answer;
        });
    }

    /** @param code of the problem document with which it says that there is no such member */
    public void knowsThatThereIsNo(UUID episodeId, String member, String code) {
        refusals.put("/episodes/" + episodeId + "/recipients/" + member, code);
    }

    /** How often the path was asked for. */
    public long askedFor(String path) {
        return asked.stream().filter(path::equals).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            if (silent) {
                send(exchange, 503, Map.of());
            } else if (!IdentityStandIn.SERVICE_TOKEN.equals(
                    exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, Map.of());
            } else {
                answer(exchange, path);
            }
        }
    }

    /** What it never heard of is answered as by a server that is not intake-service. */
    private void answer(HttpExchange exchange, String path) throws IOException {
        var answer = answers.get(path);
        var refusal = refusals.get(path);
        if (refusal != null) {
            send(exchange, 404, "application/problem+json", Map.of("status", 404, "code", refusal));
        } else if (answer != null) {
            send(exchange, 200, answer);
        } else {
            send(exchange, 404, Map.of());
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        send(exchange, status, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, Map<String, Object> body)
            throws IOException {
        var bytes = JsonMapper.shared().writeValueAsString(body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
