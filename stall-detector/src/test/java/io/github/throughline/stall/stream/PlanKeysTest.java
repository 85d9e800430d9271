package io.github.throughline.stall.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import io.github.throughline.signedplan.PlanSigner;
import io.github.throughline.signedplan.SignatureCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanKeysTest {

    private static final byte[] CONTENT = "a plan".getBytes(UTF_8);
    private final ECKey old = Ward.key("old");
    private final ECKey fresh = Ward.key("fresh");

    @TempDir
    private Path folder;

    @Test
    void keysStandInTheSettingItself() {
        assertThat(check(new PlanKeys(jwks(old), Clock.systemUTC()), old)).isEqualTo(new SignatureCheck.Valid("old"));
    }

    @Test
    void keysStandInAFile() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("keys.json"), jwks(old));

        // When // Then
        assertThat(check(new PlanKeys(file.toUri().toString(), Clock.systemUTC()), old))
                .isEqualTo(new SignatureCheck.Valid("old"));
        assertThat(check(new PlanKeys(file.toString(), Clock.systemUTC()), old))
                .isEqualTo(new SignatureCheck.Valid("old"));
    }

    @Test
    void keysBehindAUrlAreAskedForAgainWhenOneIsNotKnown() throws IOException {
        // Given
        var served = new AtomicReference<>(jwks(old));
        var now = new AtomicReference<>(Instant.EPOCH);
        HttpServer server = serve(served);
        try {
            var url = "http://localhost:%d/jwks.json"
                    .formatted(server.getAddress().getPort());
            var keys = new PlanKeys(url, clock(now));
            assertThat(check(keys, fresh)).isEqualTo(new SignatureCheck.Invalid("unknown-key"));

            // When
            served.set(jwks(fresh));
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)));

            // Then
            assertThat(check(keys, fresh)).isEqualTo(new SignatureCheck.Valid("fresh"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsNoKeySetIsRefused() {
        assertThatThrownBy(() -> new PlanKeys("{}", Clock.systemUTC())).isInstanceOf(IllegalStateException.class);
    }

    private static HttpServer serve(AtomicReference<String> served) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks.json", exchange -> {
            byte[] body = Objects.requireNonNull(served.get()).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }
        };
    }

    private static SignatureCheck check(PlanKeys keys, ECKey key) {
        return keys.check(CONTENT, new PlanSigner(key).sign(CONTENT));
    }

    private static String jwks(ECKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }
}
