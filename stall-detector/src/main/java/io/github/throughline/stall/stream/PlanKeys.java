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

    /** By so much the clocks of two machines may differ. */
    private static final Duration CLOCKS = Duration.ofSeconds(30);

    private static final int MILLIS_TO_ANSWER = 5_000;
    private static final int MOST_BYTES = 1 << 20;

    private final String source;
    private final Clock clock;
    private PlanVerifier verifier;
    private Instant askedAt;

    PlanKeys(String source, Clock clock) {
        this.source = source.strip();
        this.clock = clock;
        this.askedAt = clock.instant();
        this.verifier = new PlanVerifier(read(this.source));
    }

    /**
     * Checks a signature; an unknown key is unknown only if it still is after the plan was written.
     *
     * @param writtenAt machine time of the record
     * @throws PlanKeysUnavailable when the keys had to be asked for and were not to be had
     */
    synchronized SignatureCheck check(byte[] content, String signature, Instant writtenAt) {
        SignatureCheck check = verifier.check(content, signature);
        if (isUnknownKey(check) && isUrl() && !askedAt.isAfter(writtenAt.plus(CLOCKS))) {
            ask();
            return verifier.check(content, signature);
        }
        return check;
    }

    private void ask() {
        Instant now = clock.instant();
        try {
            verifier = new PlanVerifier(load(source));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new PlanKeysUnavailable(e);
        }
        askedAt = now;
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
            return load(source);
        } catch (ParseException e) {
            throw new IllegalStateException("throughline.plan-keys is not a JWKS", e);
        } catch (IOException e) {
            throw new UncheckedIOException("throughline.plan-keys can not be read", e);
        }
    }

    private static JWKSet load(String source) throws IOException, ParseException {
        if (source.startsWith("{")) {
            return JWKSet.parse(source);
        }
        if (source.startsWith("http:") || source.startsWith("https:")) {
            return JWKSet.load(URI.create(source).toURL(), MILLIS_TO_ANSWER, MILLIS_TO_ANSWER, MOST_BYTES);
        }
        return JWKSet.parse(Files.readString(path(source)));
    }

    private static Path path(String source) {
        return source.startsWith("file:") ? Path.of(URI.create(source).getSchemeSpecificPart()) : Path.of(source);
    }
}
