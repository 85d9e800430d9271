package io.github.throughline.backing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingServicesIT {

    private static final String SUBJECT_BODY = "{\"schema\": \"\\\"string\\\"\"}";

    @TempDir
    static Path directory;

    private static BackingServices services;

    @BeforeAll
    static void start() {
        services = BackingServices.in(directory, Durability.KEPT).start();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @Test
    void kafkaKeepsItsRecordsOverKillAndRestart() throws Exception {
        // Given
        services.kafka().topics().create(List.of(new NewTopic("kept", 1, (short) 1)));
        send("kept", "before");

        // When
        services.kafka().kill();
        services.kafka().start();
        send("kept", "after");

        // Then
        assertThat(valuesOf("kept", 2)).containsExactly("before", "after");
    }

    @Test
    void aDatabaseBelongsToItsRoleAlone() throws Exception {
        // Given
        var database = services.createDatabase("plan", "plan", "secret-1");
        var other = services.createDatabase("intake", "intake", "secret-2");

        // When
        execute(database, "create table kept (id int)", "insert into kept values (1)");

        // Then
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), other.role(), other.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void postgresKeepsItsRowsOverKillAndRestart() throws Exception {
        // Given
        var database = services.createDatabase("kept", "kept", "secret");
        execute(database, "create table kept (id int)", "insert into kept values (7)");

        // When
        services.postgres().kill();
        services.postgres().start();

        // Then
        try (var connection = DriverManager.getConnection(database.url(), database.role(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    @Test
    void registryKeepsItsSchemasOverARestart() throws Exception {
        // Given
        var schemas = services.registry().confluentUrl() + "/subjects/kept-value/versions";
        assertThat(post(schemas, SUBJECT_BODY).statusCode()).isEqualTo(200);

        // When
        services.registry().stop();
        services.registry().start();

        // Then
        assertThat(get(schemas).body()).isEqualTo("[1]");
    }

    @Test
    void everyServerHasAProcessOfItsOwnThatListensOnLoopbackOnly() {
        assertThat(services.all())
                .extracting(service -> service.process().pid())
                .doesNotHaveDuplicates()
                .doesNotContain(ProcessHandle.current().pid());
        assertThat(services.bootstrapServers()).startsWith("127.0.0.1:");
        assertThat(services.jdbcUrl("plan")).startsWith("jdbc:postgresql://127.0.0.1:");
        assertThat(services.registryUrl()).startsWith("http://127.0.0.1:");
    }

    private static void send(String topic, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", services.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    private static List<String> valuesOf(String topic, int wanted) {
        var settings = Map.<String, Object>of("bootstrap.servers", services.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            var values = new ArrayList<String>();
            for (var tries = 0; tries < 300 && values.size() < wanted; tries++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private static void execute(Database database, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.role(), database.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static HttpResponse<String> post(String url, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body, UTF_8))
                .build();
        return send(request);
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
