package io.github.throughline.testkit.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Bearer tokens of an OpenID Connect issuer that lives in the test's process, with discovery and key set over HTTP. */
public final class TestTokens {

    /** The audience that services ask for. */
    public static final String AUDIENCE = "throughline";

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final class Shared {

        static final TestTokens INSTANCE = start();
    }

    private final String issuer;
    private final RSAKey key;

    private TestTokens(String issuer, RSAKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    /** The issuer's address, as services are told it. */
    public static String issuer() {
        return Shared.INSTANCE.issuer;
    }

    /** A token of a person or service with these roles (lower case: coordinator, physician, patient ...). */
    public static String token(String subject, String... roles) {
        return token(subject, List.of(roles), claims -> claims);
    }

    /** What goes into the Authorization header. */
    public static String bearer(String subject, String... roles) {
        return "Bearer " + token(subject, roles);
    }

    /** A token with claims changed or added, to see what a service refuses. */
    public static String token(String subject, List<String> roles, UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject(subject)
                .claim("roles", roles)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        return Shared.INSTANCE.sign(change.apply(claims).build());
    }

    private String sign(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestTokens start() {
        try {
            var key = new RSAKeyGenerator(2048).keyID("test-key").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = "http://127.0.0.1:" + server.getAddress().getPort();
            serve(server, "/.well-known/openid-configuration", discovery(issuer));
            serve(server, "/jwks", new JWKSet(key.toPublicJWK()).toString());
            server.start();
            return new TestTokens(issuer, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String discovery(String issuer) {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "authorization_endpoint": "%1$s/authorize",\
                 "token_endpoint": "%1$s/token", "response_types_supported": ["code"],\
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer);
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> answer(exchange, json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
