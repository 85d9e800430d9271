package io.github.throughline.sandbox.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tokens for anybody who is asked for, for simulated patients and for people at a command line. Only a sandbox has this. */
@RestController
class TokenController {

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final IdentitySettings settings;
    private final JwtEncoder encoder;

    TokenController(IdentitySettings settings, JwtEncoder encoder) {
        this.settings = settings;
        this.encoder = encoder;
    }

    /**
     * Whom to mint for.
     *
     * @param subject any
     * @param roles lower case
     */
    record Wanted(String subject, List<String> roles) {}

    /** A signed token and its end. */
    record Minted(String token, Instant expiresAt) {}

    @PostMapping("/sandbox/tokens")
    Minted mint(@RequestHeader("X-Sandbox-Secret") String secret, @RequestBody Wanted wanted) {
        requireSecret(secret);
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .audience(List.of(RoleClaims.AUDIENCE))
                .subject(wanted.subject())
                .claim(RoleClaims.ROLES, wanted.roles())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new Minted(token, now.plus(LIFETIME));
    }

    @GetMapping("/health")
    String health() {
        return settings.launch();
    }

    private void requireSecret(String shown) {
        if (!MessageDigest.isEqual(bytes(shown), bytes(settings.secret()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "not the sandbox's secret");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
