package io.github.throughline.intake.episode;

import jakarta.validation.constraints.NotBlank;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Setting {@code throughline.partner-hmac-key}.
 *
 * @param partnerHmacKey base64 of at least 32 bytes, the same here and in checkin-service
 */
@Validated
@ConfigurationProperties("throughline")
record PartnerKeySettings(
        @NotBlank(message = "set throughline.partner-hmac-key: base64 of at least 32 random bytes")
        String partnerHmacKey) {

    byte[] key() {
        return Base64.getDecoder().decode(partnerHmacKey);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PartnerKeySettings";
    }
}
