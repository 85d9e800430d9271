package io.github.throughline.platform.plan;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which signatures on plans count.
 *
 * @param planKeys {@code throughline.plan-keys}: public keys as JWKS text, {@code file:PATH}, or the URL of a JWKS
 */
@Validated
@ConfigurationProperties("throughline")
record PlanKeySettings(@NotBlank String planKeys) {}
