package io.github.throughline.notification.sharedlink;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.links.*}.
 *
 * @param publicUrl address at which people reach this service, without a slash at its end
 * @param key secret that signs shared links, at least 32 bytes in base64, the same in every instance
 * @param lifetime of a shared link, machine time
 */
@Validated
@ConfigurationProperties("throughline.links")
public record LinkSettings(
        @NotNull URI publicUrl,
        @NotBlank String key,
        @DefaultValue("14d") Duration lifetime) {

    /** Without the key: settings are printed by accident. */
    @Override
    public String toString() {
        return "LinkSettings[" + publicUrl + ", " + lifetime + "]";
    }
}
