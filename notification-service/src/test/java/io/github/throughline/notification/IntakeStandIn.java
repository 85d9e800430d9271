package io.github.throughline.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks intake-service's contract over HTTP. */
public final class IntakeStandIn {

    private static final String COORDINATORS = "/coordinators/";

    private final HttpServer server;
    private final Map<String, Integer> astray = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> asked = new ConcurrentHashMap<>();
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
        answers.put(COORDINATORS + reference, coordinator(reference, email));
    }

    private static Map<String, Object> coordinator(String reference, String email) {
        return Map.of("reference", reference, "name", "Coordinator", "email", email, "active", true);
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
                role(channel),
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

    private static String role(String channel) {
        return channel.equals("NONE") ? "PHYSICIAN" : "SPECIALIST";
    }

    /** A member of the family, whom nothing of ours reaches. */
    public void knowsCaregiver(UUID episodeId, String member) {
        knowsMember(episodeId, member, "NONE", null, true);
        answers.computeIfPresent("/episodes/" + episodeId + "/recipients/" + member, (path, known) -> {
            var answer = new HashMap<>(known);
            answer.put("role", "CAREGIVER");
            return answer;
        });
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

    /** The next questions about the member stray to a server that is not intake-service. */
    public void questionsStray(UUID episodeId, String member, int times) {
        astray.put("/episodes/" + episodeId + "/recipients/" + member, times);
    }

    private boolean strays(String path) {
        var left = astray.computeIfPresent(path, (question, times) -> times - 1);
        return left != null && left >= 0;
    }

    /** How often the path was asked for. */
    public long askedFor(String path) {
        return asked.getOrDefault(path, new LongAdder()).sum();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            asked.computeIfAbsent(path, first -> new LongAdder()).increment();
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

    /** Other tests' coordinators and members are on the same topics: no service goes on asking for them. */
    private void answer(HttpExchange exchange, String path) throws IOException {
        var refusal = refusals.get(path);
        var answer = answers.get(path);
        if (strays(path)) {
            send(exchange, 404, Map.of());
        } else if (refusal != null) {
            refuse(exchange, refusal);
        } else if (answer != null) {
            send(exchange, 200, answer);
        } else if (path.startsWith(COORDINATORS)) {
            send(exchange, 200, coordinator(path.substring(COORDINATORS.length()), "foreign@clinic.example"));
        } else {
            refuse(exchange, "MEMBER_UNKNOWN");
        }
    }

    private static void refuse(HttpExchange exchange, String code) throws IOException {
        send(exchange, 404, "application/problem+json", Map.of("status", 404, "code", code));
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
