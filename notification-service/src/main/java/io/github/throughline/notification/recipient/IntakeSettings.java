package io.github.throughline.notification.recipient;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.intake.*}.
 *
 * @param url base address of intake-service
 * @param connectTimeout machine time
 * @param readTimeout machine time
 * @param nameTimeout how long a page waits for patients' names, machine time
 * @param nameFreshness how long a patient's name is not asked for again, machine time
 * @param coordinatorFreshness how long a coordinator's address is not asked for again, machine time
 */
@Validated
@ConfigurationProperties("throughline.intake")
public record IntakeSettings(
        @NotNull URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("1500ms") Duration nameTimeout,
        @DefaultValue("60s") Duration nameFreshness,
        @DefaultValue("60s") Duration coordinatorFreshness) {}
