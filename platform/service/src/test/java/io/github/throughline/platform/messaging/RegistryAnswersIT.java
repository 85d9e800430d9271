package io.github.throughline.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the configured deserializer makes of a registry's refusals. */
class RegistryAnswersIT {

    private static final byte[] OF_AN_UNKNOWN_SCHEMA = {0, 0, 0, 0, 7, 1};

    @ParameterizedTest
    @CsvSource({"404,false", "401,true", "429,true", "500,true", "503,true"})
    void onlyItsNotThereIsFinal(int status, boolean passes) throws IOException {
        // Given
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        registry.start();
        var settings = new MessagingSettings(
                "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
                "io.apicurio.registry.serde.avro.AvroKafkaDeserializer",
                Map.of(
                        "apicurio.registry.url",
                        "http://127.0.0.1:%d/apis/registry/v3"
                                .formatted(registry.getAddress().getPort()),
                        "apicurio.registry.use-specific-avro-reader",
                        "true"));

        // When
        try (var deserializer = new AvroSerdes(settings).valueDeserializer()) {
            Throwable failure = catchThrowable(() -> deserializer.deserialize("topic", OF_AN_UNKNOWN_SCHEMA));

            // Then
            assertThat(failure).isNotNull();
            assertThat(Recoverable.isRecoverable(failure)).isEqualTo(passes);
        } finally {
            registry.stop(0);
        }
    }
}
