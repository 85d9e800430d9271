package io.github.throughline.platform.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.github.throughline.signedplan.PlanSigner;
import io.github.throughline.signedplan.SignatureCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanKeysIT {

    private static final byte[] CONTENT = "a plan".getBytes(UTF_8);
    private final ECKey old = key("old");
    private final ECKey fresh = key("fresh");

    private Instant now = Instant.EPOCH;

    @TempDir
    private Path folder;

    @Test
    void keysStandInTheSettingItself() {
        assertThat(check(new PlanKeys(jwks(old), InstantSource.system()), old))
                .isEqualTo(new SignatureCheck.Valid("old"));
    }

    @Test
    void keysStandInAFile() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("keys.json"), jwks(old));

        // When // Then
        assertThat(check(new PlanKeys(file.toUri().toString(), InstantSource.system()), old))
                .isEqualTo(new SignatureCheck.Valid("old"));
        assertThat(check(new PlanKeys(file.toString(), InstantSource.system()), old))
                .isEqualTo(new SignatureCheck.Valid("old"));
    }

    @Test
    void aKeyThatIsNotKnownIsAskedForAtOnce() throws IOException {
        // Given
        var served = new AtomicReference<>(jwks(old));
        HttpServer server = serve(served);
        try {
            var keys = new PlanKeys(url(server), () -> now);
            assertThat(check(keys, fresh)).isEqualTo(new SignatureCheck.Invalid("unknown-key"));

            // When
            served.set(jwks(fresh));

            // Then
            assertThat(check(keys, fresh)).isEqualTo(new SignatureCheck.Valid("fresh"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void keysThatCanNotBeHadAreNoFaultOfThePlan() throws IOException {
        // Given
        var served = new AtomicReference<>(jwks(old));
        HttpServer server = serve(served);
        try {
            var keys = new PlanKeys(url(server), () -> now);

            // When
            served.set("<html>try again later</html>");

            // Then
            assertThatThrownBy(() -> check(keys, fresh)).isInstanceOf(PlanKeysUnavailable.class);
            served.set(jwks(fresh));
            assertThat(check(keys, fresh)).isEqualTo(new SignatureCheck.Valid("fresh"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatIsAwayIsNoFaultOfThePlan() throws IOException {
        // Given
        HttpServer server = serve(new AtomicReference<>(jwks(old)));
        var keys = new PlanKeys(url(server), () -> now);

        assertThat(check(keys, old)).isEqualTo(new SignatureCheck.Valid("old"));

        // When
        server.stop(0);

        // Then
        assertThatThrownBy(() -> check(keys, fresh)).isInstanceOf(PlanKeysUnavailable.class);
        now = now.plus(Duration.ofHours(1));
        assertThat(check(keys, old)).isEqualTo(new SignatureCheck.Valid("old"));
    }

    @Test
    void keysThatWereAskedForSinceThePlanWasWrittenAreNotAskedForAgain() throws IOException {
        // Given
        HttpServer server = serve(new AtomicReference<>(jwks(old)));
        var keys = new PlanKeys(url(server), () -> now);
        assertThat(check(keys, old)).isEqualTo(new SignatureCheck.Valid("old"));

        // When
        server.stop(0);

        // Then
        assertThat(check(keys, fresh, Instant.EPOCH.minus(Duration.ofMinutes(1))))
                .isEqualTo(new SignatureCheck.Invalid("unknown-key"));
    }

    @Test
    void aKeyThatWasTakenAwayDoesNotCountForLong() throws IOException {
        // Given
        var served = new AtomicReference<>(jwks(old));
        HttpServer server = serve(served);
        try {
            var keys = new PlanKeys(url(server), () -> now);
            assertThat(check(keys, old, Instant.EPOCH.minus(Duration.ofDays(1))))
                    .isEqualTo(new SignatureCheck.Valid("old"));

            // When
            served.set(jwks(fresh));
            now = now.plus(Duration.ofMinutes(6));

            // Then
            assertThat(check(keys, old, Instant.EPOCH.minus(Duration.ofDays(1))))
                    .isEqualTo(new SignatureCheck.Invalid("unknown-key"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsNoKeySetIsRefused() {
        assertThatThrownBy(() -> new PlanKeys("{}", InstantSource.system())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new PlanKeys(folder.resolve("nowhere").toString(), InstantSource.system()))
                .isInstanceOf(IllegalStateException.class);
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

    private static String url(HttpServer server) {
        return "http://localhost:%d/jwks.json".formatted(server.getAddress().getPort());
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignatureCheck check(PlanKeys keys, ECKey key) {
        return check(keys, key, Instant.EPOCH);
    }

    private static SignatureCheck check(PlanKeys keys, ECKey key, Instant writtenAt) {
        return keys.check(CONTENT, new PlanSigner(key).sign(CONTENT), writtenAt);
    }

    private static String jwks(ECKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }
}
