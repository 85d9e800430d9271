package io.github.throughline.platform.checkinlink;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.checkin-links.*}.
 *
 * @param publicUrl address at which patients reach checkin-service, without a slash at its end
 * @param key secret that signs links and makes codes, at least 32 bytes in base64, the same in every service
 * @param lifetime of a link, machine time
 */
@Validated
@ConfigurationProperties("throughline.checkin-links")
record CheckinLinkSettings(
        @NotNull URI publicUrl,
        @NotBlank String key,
        @DefaultValue("10d") Duration lifetime) {

    /** Without the key: settings are printed by accident. */
    @Override
    public String toString() {
        return "CheckinLinkSettings[" + publicUrl + ", " + lifetime + "]";
    }
}
