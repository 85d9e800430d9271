package io.github.throughline.platform.checkinlink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks check-in links: a JWT (HS256) with the episode, who holds the link and the expiry. It opens the form
 * and shows no answer; what a holder may do is asked anew at each use.
 */
public final class CheckinLinks {

    private static final String AUDIENCE = "checkin-link";
    private static final String EPISODE = "episode";
    private static final int MINIMUM_KEY_BYTES = 32;

    /** @param expiresAt machine time */
    public record Link(URI url, Instant expiresAt) {}

    /** What a token turned out to be. */
    public sealed interface Check {

        /** @param holder the patient's id, or the reference of a caregiver */
        record Valid(UUID episodeId, String holder) implements Check {}

        record Expired() implements Check {}

        /** Not made by us, or not whole. */
        record Invalid() implements Check {}
    }

    private final CheckinLinkSettings settings;
    private final InstantSource machine;
    private final byte[] key;

    CheckinLinks(CheckinLinkSettings settings, InstantSource machine) {
        this.settings = settings;
        this.machine = machine;
        this.key = Base64.getDecoder().decode(settings.key());
        if (key.length < MINIMUM_KEY_BYTES) {
            throw new IllegalArgumentException("throughline.checkin-links.key needs at least 32 bytes in base64");
        }
    }

    /** @param holder the patient's id, or the reference of a caregiver */
    public Link to(UUID episodeId, String holder) {
        Instant expiresAt = machine.instant().plus(settings.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        var claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .subject(holder)
                .claim(EPISODE, episodeId.toString())
                .expirationTime(Date.from(expiresAt))
                .build();
        return new Link(URI.create(settings.publicUrl() + "/checkin/" + signed(claims)), expiresAt);
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of 32 bytes signs HS256", e);
        }
    }

    public Check check(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new MACVerifier(key))
                    || !claims.getAudience().equals(List.of(AUDIENCE))) {
                return new Check.Invalid();
            }
            return machine.instant().isBefore(claims.getExpirationTime().toInstant())
                    ? new Check.Valid(UUID.fromString(claims.getStringClaim(EPISODE)), claims.getSubject())
                    : new Check.Expired();
        } catch (ParseException | JOSEException e) {
            return new Check.Invalid();
        }
    }

    /**
     * The one-time code of a challenge, six digits. Who asks for it keeps the challenge, its expiry and the tries; who
     * sends it makes it anew, so that it stands on no topic.
     */
    public String code(UUID challengeId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] made = mac.doFinal(("code/" + challengeId).getBytes(UTF_8));
            return "%06d".formatted(Math.floorMod(ByteBuffer.wrap(made).getLong(), 1_000_000L));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
