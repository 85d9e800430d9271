package io.github.throughline.checkin.plan;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.*} on the keys of plan signatures.
 *
 * @param planKeys public keys as a JWKS: the JSON text itself, {@code file:...} or a URL
 */
@Validated
@ConfigurationProperties("throughline")
record PlanKeySettings(@NotBlank String planKeys) {}
