package io.github.throughline.sandbox.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The sinks over HTTP: hooks to call, arrivals to read, failures to ask for. */
final class SinkHttp implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BACKLOG = 500;

    private final Sinks sinks;
    private final HttpServer server;

    SinkHttp(int port, Sinks sinks, String launch) {
        this.sinks = sinks;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hooks/", this::hook);
        server.createContext("/api/mails", this::mails);
        server.createContext("/api/webhooks", this::webhooks);
        server.createContext("/api/failures/mail", this::failMails);
        server.createContext("/api/failures/hooks/", this::failHooks);
        server.createContext("/health", exchange -> answer(exchange, 200, "text/plain", launch));
        server.createContext("/", this::page);
    }

    int port() {
        return server.getAddress().getPort();
    }

    void start() {
        server.start();
    }

    private void hook(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer(exchange, sinks.accept(lastPart(exchange), headers, body), "text/plain", "");
    }

    private void mails(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        json(exchange, sinks.mails(after(query), Optional.ofNullable(query.get("to"))));
    }

    private void webhooks(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        json(exchange, sinks.webhooks(after(query), Optional.ofNullable(query.get("name"))));
    }

    private void failMails(HttpExchange exchange) throws IOException {
        sinks.failMails(number(query(exchange), "count"));
        answer(exchange, 204, "text/plain", "");
    }

    private void failHooks(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        sinks.failWebhooks(lastPart(exchange), number(query, "count"), number(query, "status"));
        answer(exchange, 204, "text/plain", "");
    }

    private void page(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/html; charset=utf-8", ArrivalsPage.of(sinks));
    }

    private static String lastPart(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        return Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
    }

    private static long after(Map<String, String> query) {
        return Long.parseLong(query.getOrDefault("after", "0"));
    }

    private static int number(Map<String, String> query, String name) {
        return Integer.parseInt(query.getOrDefault(name, "0"));
    }

    private static void json(HttpExchange exchange, Object body) throws IOException {
        answer(exchange, 200, "application/json", JSON.writeValueAsString(body));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
