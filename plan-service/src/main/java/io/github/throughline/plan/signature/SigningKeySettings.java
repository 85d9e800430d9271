package io.github.throughline.plan.signature;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The keys of plan signatures.
 *
 * @param planSigningKey {@code throughline.plan-signing-key}: a private P-256 key with an id as JWK, or file:...
 * @param retiredPlanKeys {@code throughline.retired-plan-keys}: public keys that signed earlier, as JWKS, or file:...
 */
@Validated
@ConfigurationProperties("throughline")
record SigningKeySettings(
        @NotBlank(message = "set throughline.plan-signing-key: a private P-256 key as JWK, or file:...")
        String planSigningKey,

        @Nullable String retiredPlanKeys) {

    ECKey signingKey() {
        ECKey key;
        try {
            key = ECKey.parse(text(planSigningKey));
        } catch (ParseException e) {
            throw new IllegalStateException("throughline.plan-signing-key is not a JWK of an EC key");
        }
        if (!key.getCurve().equals(Curve.P_256)) {
            throw new IllegalStateException("throughline.plan-signing-key is not a P-256 key");
        }
        return key;
    }

    JWKSet retiredKeys() {
        try {
            return retiredPlanKeys == null ? new JWKSet() : JWKSet.parse(text(retiredPlanKeys));
        } catch (ParseException e) {
            throw new IllegalStateException("throughline.retired-plan-keys is not a JWKS");
        }
    }

    private static String text(String setting) {
        if (!setting.startsWith("file:")) {
            return setting;
        }
        try {
            return Files.readString(
                    setting.startsWith("file:/") ? Path.of(URI.create(setting)) : Path.of(setting.substring(5)));
        } catch (IOException e) {
            throw new UncheckedIOException("a key file can not be read", e);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "SigningKeySettings";
    }
}
