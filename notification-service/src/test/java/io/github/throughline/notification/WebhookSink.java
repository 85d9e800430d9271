package io.github.throughline.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A partner's webhook that answers as it is told. */
public final class WebhookSink implements AutoCloseable {

    public record Call(String id, String timestamp, String signature, byte[] body) {}

    private final HttpServer server;
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** @param statuses of its first answers; 200 from then on */
    public WebhookSink(Integer... statuses) {
        answers.addAll(Arrays.asList(statuses));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** In their order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            calls.add(new Call(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    exchange.getRequestBody().readAllBytes()));
            var next = answers.poll();
            if (next != null && next == 302) {
                exchange.getResponseHeaders().putAll(Map.of("Location", List.of("/elsewhere")));
            }
            exchange.sendResponseHeaders(next == null ? 200 : next, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
