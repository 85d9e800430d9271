package io.github.throughline.notification.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code throughline.plan.*}.
 *
 * @param keys public keys of plan signatures: a JWK set as JSON text, file:..., or a URL; empty: signatures are not checked
 * @param keyFreshness how long keys from a file or URL are used before they are read again, machine time
 */
@ConfigurationProperties("throughline.plan")
public record PlanKeySettings(
        @Nullable String keys, @DefaultValue("5m") Duration keyFreshness) {}
