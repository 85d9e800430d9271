package io.github.throughline.stall.stream;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.signedplan.PlanVerifier;
import io.github.throughline.signedplan.SignatureCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The keys that sign plans. Keys behind a URL are asked for again when a plan bears one that is not known. */
final class PlanKeys {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
    private static final int MILLIS_TO_ANSWER = 5_000;
    private static final int MOST_BYTES = 1 << 20;

    private final String source;
    private final Clock clock;
    private PlanVerifier verifier;
    private Instant askedAt;

    PlanKeys(String source, Clock clock) {
        this.source = source.strip();
        this.clock = clock;
        this.verifier = new PlanVerifier(read(this.source));
        this.askedAt = clock.instant();
    }

    synchronized SignatureCheck check(byte[] content, String signature) {
        SignatureCheck check = verifier.check(content, signature);
        if (isUnknownKey(check) && isUrl() && clock.instant().isAfter(askedAt.plus(ASK_AGAIN))) {
            askedAt = clock.instant();
            verifier = new PlanVerifier(read(source));
            return verifier.check(content, signature);
        }
        return check;
    }

    private static boolean isUnknownKey(SignatureCheck check) {
        return check instanceof SignatureCheck.Invalid invalid
                && invalid.reason().equals("unknown-key");
    }

    private boolean isUrl() {
        return source.startsWith("http:") || source.startsWith("https:");
    }

    private static JWKSet read(String source) {
        try {
            if (source.startsWith("{")) {
                return JWKSet.parse(source);
            }
            if (source.startsWith("http:") || source.startsWith("https:")) {
                return JWKSet.load(URI.create(source).toURL(), MILLIS_TO_ANSWER, MILLIS_TO_ANSWER, MOST_BYTES);
            }
            return JWKSet.parse(Files.readString(path(source)));
        } catch (ParseException e) {
            throw new IllegalStateException("throughline.plan-keys is not a JWKS", e);
        } catch (IOException e) {
            throw new UncheckedIOException("throughline.plan-keys can not be read", e);
        }
    }

    private static Path path(String source) {
        return source.startsWith("file:") ? Path.of(URI.create(source).getSchemeSpecificPart()) : Path.of(source);
    }
}
