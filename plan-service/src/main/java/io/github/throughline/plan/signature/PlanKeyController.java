package io.github.throughline.plan.signature;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.platform.security.Allow;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys by which everybody can check a plan's signature. */
@RestController
class PlanKeyController {

    private static final Duration CACHED = Duration.ofMinutes(10);

    private final String keys;

    PlanKeyController(JWKSet planKeys) {
        this.keys = planKeys.toString(true);
    }

    @GetMapping("/.well-known/jwks.json")
    @Allow(
            value = {},
            to = Allow.To.PUBLIC)
    public ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(CACHED))
                .body(keys);
    }
}
