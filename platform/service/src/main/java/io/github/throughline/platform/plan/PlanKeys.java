package io.github.throughline.platform.plan;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.signedplan.PlanVerifier;
import io.github.throughline.signedplan.SignatureCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The public keys that sign plans, from the place that the setting names. A file or URL is read again from time to time,
 * so that a key that was taken away no longer counts, and at once for a plan that bears a key which is not known yet.
 */
public final class PlanKeys {

    /** By so much the clocks of two machines may differ. */
    private static final Duration CLOCKS = Duration.ofSeconds(30);

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final int MILLIS_TO_ANSWER = 5_000;
    private static final int MOST_BYTES = 1 << 20;

    private record Known(PlanVerifier verifier, Instant readAt, Instant freshUntil) {}

    private final String source;
    private final InstantSource machineTime;
    private @Nullable Known known;

    /**
     * @param source public keys as JWKS text, {@code file:PATH} or a path, or the URL of a JWKS
     * @throws IllegalStateException when text or file are no key set; a URL is asked when its keys are first needed
     */
    public PlanKeys(String source, InstantSource machineTime) {
        this.source = source.strip();
        this.machineTime = machineTime;
        if (!isUrl()) {
            try {
                read();
            } catch (PlanKeysUnavailable e) {
                throw new IllegalStateException("throughline.plan-keys is not a JWKS, nor the path or URL of one", e);
            }
        }
    }

    /**
     * Checks a signature; a key is unknown only if it still is after the plan was written.
     *
     * @param content the exact bytes that were signed
     * @param writtenAt machine time at which the signature came into the world, or later
     * @throws PlanKeysUnavailable when the keys had to be asked for and were not to be had
     */
    public synchronized SignatureCheck check(byte[] content, String signature, Instant writtenAt) {
        Known keys = fresh();
        SignatureCheck check = keys.verifier().check(content, signature);
        return isUnknownKey(check) && !keys.readAt().isAfter(writtenAt.plus(CLOCKS))
                ? read().verifier().check(content, signature)
                : check;
    }

    /** Where they can not be read again, those known last stand. */
    private Known fresh() {
        Known last = known;
        if (last == null) {
            return read();
        }
        if (machineTime.instant().isBefore(last.freshUntil())) {
            return last;
        }
        try {
            return read();
        } catch (PlanKeysUnavailable e) {
            var standing = new Known(
                    last.verifier(), last.readAt(), machineTime.instant().plus(AFTER_FAILURE));
            known = standing;
            return standing;
        }
    }

    private Known read() {
        Instant now = machineTime.instant();
        try {
            var read = new Known(new PlanVerifier(load()), now, now.plus(FRESH));
            known = read;
            return read;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new PlanKeysUnavailable(e);
        }
    }

    private static boolean isUnknownKey(SignatureCheck check) {
        return check instanceof SignatureCheck.Invalid invalid
                && invalid.reason().equals("unknown-key");
    }

    private boolean isUrl() {
        return source.startsWith("http:") || source.startsWith("https:");
    }

    private JWKSet load() throws IOException, ParseException {
        if (source.startsWith("{")) {
            return JWKSet.parse(source);
        }
        return isUrl()
                ? JWKSet.load(URI.create(source).toURL(), MILLIS_TO_ANSWER, MILLIS_TO_ANSWER, MOST_BYTES)
                : JWKSet.parse(Files.readString(path()));
    }

    private Path path() {
        return source.startsWith("file:") ? Path.of(URI.create(source).getSchemeSpecificPart()) : Path.of(source);
    }
}
