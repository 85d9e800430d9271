package io.github.throughline.notification.plan;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.signedplan.PlanVerifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The configured keys, read again from time to time; where that fails the last known ones stand. */
@Component
class HttpPlanKeys {

    private static final Logger LOGGER = LoggerFactory.getLogger(HttpPlanKeys.class);
    private static final int TIMEOUT_MS = 2000;
    private static final int LONGEST_SET = 1_000_000;

    private record Known(@Nullable PlanVerifier verifier, Instant readAt) {}

    private final PlanKeySettings settings;
    private final InstantSource machine;
    private volatile @Nullable Known known;

    HttpPlanKeys(PlanKeySettings settings, InstantSource machine) {
        this.settings = settings;
        this.machine = machine;
    }

    /** Empty: no keys are configured, or they could never be read. */
    Optional<PlanVerifier> verifier() {
        Known current = known;
        Instant now = machine.instant();
        if (current == null || current.readAt().isBefore(now.minus(settings.keyFreshness()))) {
            PlanVerifier last = current == null ? null : current.verifier();
            current = new Known(read().orElse(last), now);
            known = current;
        }
        return Optional.ofNullable(current.verifier());
    }

    private Optional<PlanVerifier> read() {
        String keys = settings.keys();
        if (keys == null || keys.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlanVerifier(keySet(keys.strip())));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            LOGGER.atWarn().addKeyValue("error", e.getClass().getName()).log("keys of plan signatures can not be read");
            return Optional.empty();
        }
    }

    private static JWKSet keySet(String keys) throws IOException, ParseException {
        if (keys.startsWith("{")) {
            return JWKSet.parse(keys);
        }
        if (keys.startsWith("file:")) {
            return JWKSet.load(Path.of(keys.substring("file:".length())).toFile());
        }
        return JWKSet.load(URI.create(keys).toURL(), TIMEOUT_MS, TIMEOUT_MS, LONGEST_SET);
    }
}
