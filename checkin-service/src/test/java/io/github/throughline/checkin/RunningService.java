package io.github.throughline.checkin;

import io.github.throughline.backing.Database;
import io.github.throughline.backing.KafkaTopics;
import io.github.throughline.schemas.Topic;
import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.measures.SiteMeasure;
import io.github.throughline.testkit.security.TestTokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on real servers, driven through its ports alone. Care time stands until a test moves it. */
final class RunningService implements AutoCloseable {

    static final byte[] HMAC_KEY = new byte[32];

    /** A Tuesday, 8 o'clock in Zurich, a week and a half before the clocks go back. */
    static final Instant BEGINNING = Instant.parse("2026-10-13T06:00:00Z");

    /** Machine time; for what is certain to come, on however busy a machine. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path MEASURES = SiteMeasure.mounted();

    private static final class Shared {

        static final Home HOME = new Home();
        static final AtomicReference<Instant> CARE_TIME = new AtomicReference<>(BEGINNING);
        static final AtomicReference<@Nullable RunningService> RUNNING = new AtomicReference<>();
    }

    /** What outlives the process: the database and the place in the topics. */
    record Home(Database database, String group, Map<String, String> settings) {

        Home() {
            this(Map.of());
        }

        Home(Map<String, String> settings) {
            this(TestBacking.shared().freshDatabase(), TestBacking.shared().newGroup(), settings);
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(database.url(), database.role(), database.password());
        }

        /** What no port can do, the service being down or not. */
        void execute(String sql) {
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a call was answered with. */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.get("code").asString();
        }
    }

    private final Home home;
    private final ConfigurableApplicationContext context;
    private final RestClient api;
    private final RestClient management;

    private RunningService(Home home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
        this.api = client("local.server.port");
        this.management = client("local.management.port");
    }

    private RestClient client(String port) {
        String url = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port);
        return RestClient.builder()
                .baseUrl(url)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    /** One for all tests that do not restart it; it begins at {@link #BEGINNING} and only goes forward. */
    static RunningService shared() {
        RunningService running = Shared.RUNNING.get();
        if (running == null) {
            running = start(Shared.HOME, Objects.requireNonNullElse(Shared.CARE_TIME.get(), BEGINNING));
            Shared.RUNNING.set(running);
        }
        return running;
    }

    /** Ends the shared one until it is asked for again: it would live through other tests' episodes as well. */
    static void endShared() {
        RunningService running = Shared.RUNNING.getAndSet(null);
        if (running != null) {
            Shared.CARE_TIME.set(running.now());
            running.close();
        }
    }

    static RunningService start(Home home, Instant careTime) {
        var backing = TestBacking.shared();
        var properties = new HashMap<String, Object>();
        properties.put("spring.datasource.url", home.database().url());
        properties.put("spring.datasource.username", home.database().role());
        properties.put("spring.datasource.password", home.database().password());
        properties.put("spring.kafka.bootstrap-servers", backing.bootstrapServers());
        properties.put("spring.kafka.consumer.group-id", home.group());
        properties.put("throughline.registry-url", backing.registryUrl());
        properties.put("throughline.registry-auto-register", "true");
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", TestTokens.issuer());
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        properties.put("throughline.care-time.driven", "true");
        properties.put("throughline.care-time.running", "false");
        properties.put("throughline.care-time.start", careTime.toString());
        properties.put("throughline.plan-keys", SignedPlans.keys());
        properties.put("throughline.partner-hmac-key", Base64.getEncoder().encodeToString(HMAC_KEY));
        properties.put("throughline.checkin-link-key", Base64.getEncoder().encodeToString(HMAC_KEY));
        properties.put("throughline.measures.folder", MEASURES.toString());
        properties.put("throughline.partner-patience", "1500ms");
        properties.put("throughline.partner-topic-refresh", "500ms");
        // Another member is seen soon, and a commit to a topic that was deleted given up soon.
        properties.put("spring.kafka.consumer.properties.heartbeat.interval.ms", "300");
        properties.put("spring.kafka.consumer.properties.default.api.timeout.ms", "5000");
        properties.put("logging.structured.format.console", "");
        properties.putAll(home.settings());
        return new RunningService(
                home,
                new SpringApplicationBuilder(CheckinServiceApplication.class)
                        .properties(properties)
                        .run(properties.entrySet().stream()
                                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                                .toArray(String[]::new)));
    }

    Answer get(String path, String bearer) {
        return call(HttpMethod.GET, path, null, bearer, null);
    }

    Answer post(String path, Object body, String bearer) {
        return call(HttpMethod.POST, path, body, bearer, UUID.randomUUID().toString());
    }

    /** Changes the version that was read. */
    Answer postIf(int version, String path, Object body, String bearer) {
        return call(HttpMethod.POST, path, body, bearer, UUID.randomUUID().toString(), "\"" + version + "\"");
    }

    Answer call(HttpMethod method, String path, @Nullable Object body, String bearer, @Nullable String idempotencyKey) {
        return call(method, path, body, bearer, idempotencyKey, null);
    }

    private Answer call(
            HttpMethod method,
            String path,
            @Nullable Object body,
            String bearer,
            @Nullable String idempotencyKey,
            @Nullable String ifMatch) {
        var request = api.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, bearer);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
        }
        return request.exchange((sent, response) -> new Answer(
                response.getStatusCode().value(),
                JSON.readTree(response.getBody().readAllBytes())));
    }

    /** What somebody without a token was answered with. */
    record Page(int status, String text, HttpHeaders headers) {

        JsonNode body() {
            return JSON.readTree(text);
        }

        String code() {
            return body().get("code").asString();
        }

        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    Page openly(String method, String path, @Nullable Object body) {
        var request = api.method(HttpMethod.valueOf(method)).uri(path).header(HttpHeaders.ACCEPT_LANGUAGE, "en");
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
        }
        return request.exchange((sent, response) -> new Page(
                response.getStatusCode().value(),
                new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8),
                response.getHeaders()));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Instant now() {
        return Instant.parse(careTime().get("now").asString());
    }

    private JsonNode careTime() {
        return JSON.readTree(
                management.get().uri("/actuator/caretime").retrieve().body(String.class));
    }

    void moveTo(Instant careTime) {
        management
                .post()
                .uri("/actuator/caretime")
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(Map.of("now", careTime.toString(), "running", false)))
                .retrieve()
                .toBodilessEntity();
    }

    void move(Duration ahead) {
        moveTo(now().plus(ahead));
    }

    /** Moves on and waits until everything that fell due has left the service. */
    void moveAndSettle(Duration ahead) {
        move(ahead);
        settle();
    }

    void settle() {
        Awaitility.await().atMost(PATIENCE).until(this::careTime, RunningService::isQuiet);
    }

    private static boolean isQuiet(JsonNode quietness) {
        return quietness.get("outbox").asLong() == 0
                && quietness.get("due").valueStream().allMatch(due -> due.asLong() == 0);
    }

    long count(String table, String where, Object... parameters) {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from " + table + " where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    /** The value of what is not measured yet is 0. */
    double metric(String name) {
        String answer =
                management.get().uri("/actuator/metrics/" + name).retrieve().body(String.class);
        return answer == null
                ? 0
                : JSON.readTree(answer).at("/measurements/0/value").asDouble(0);
    }

    Home home() {
        return home;
    }

    /** Delivers everything on the partner's topic once more, as after a crash that lost its place in it. */
    void redeliver(Topic topic) throws ExecutionException, InterruptedException {
        var listeners = context.getBean(KafkaListenerEndpointRegistry.class);
        listeners.stop();
        try (var admin = new KafkaTopics(TestBacking.shared().bootstrapServers()).admin()) {
            String group = home.group() + "-partners";
            var beginning =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().keySet().stream()
                            .filter(partition -> partition.topic().equals(topic.name()))
                            .collect(Collectors.toMap(Function.identity(), partition -> new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
        }
        listeners.start();
    }

    @Override
    public void close() {
        context.close();
    }
}
