package io.github.throughline.checkin.plan;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.platform.messaging.RecoverableFailure;
import io.github.throughline.signedplan.PlanVerifier;
import io.github.throughline.signedplan.SignatureCheck;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The configured keys, read when they are first needed and again when a signature names one that is not known. */
final class PlanKeys {

    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final int TIMEOUT_MS = 3_000;
    private static final int LARGEST_BYTES = 1_000_000;

    private final String source;
    private final InstantSource machineTime;
    private @Nullable PlanVerifier verifier;
    private Instant readAt = Instant.EPOCH;

    /** @param source as {@link PlanKeySettings#planKeys} */
    PlanKeys(String source, InstantSource machineTime) {
        this.source = source;
        this.machineTime = machineTime;
    }

    /** @throws RecoverableFailure when the keys can not be read now */
    synchronized SignatureCheck check(byte[] content, String signature) {
        SignatureCheck check = verifier().check(content, signature);
        boolean isUnknownKey = check instanceof SignatureCheck.Invalid invalid
                && invalid.reason().equals("unknown-key");
        if (isUnknownKey && machineTime.instant().isAfter(readAt.plus(READ_AGAIN_AFTER))) {
            verifier = null;
            return verifier().check(content, signature);
        }
        return check;
    }

    private PlanVerifier verifier() {
        PlanVerifier known = verifier;
        if (known == null) {
            known = new PlanVerifier(read());
            verifier = known;
            readAt = machineTime.instant();
        }
        return known;
    }

    private JWKSet read() {
        try {
            if (source.startsWith("{")) {
                return JWKSet.parse(source);
            }
            URI uri = URI.create(source);
            return "file".equals(uri.getScheme())
                    ? JWKSet.load(new File(uri.getSchemeSpecificPart()))
                    : JWKSet.load(uri.toURL(), TIMEOUT_MS, TIMEOUT_MS, LARGEST_BYTES);
        } catch (IOException | ParseException e) {
            throw new RecoverableFailure("the keys of throughline.plan-keys can not be read");
        }
    }
}
