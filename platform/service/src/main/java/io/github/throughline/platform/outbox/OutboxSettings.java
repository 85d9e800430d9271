package io.github.throughline.platform.outbox;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.outbox.*}.
 *
 * @param pollInterval how long the relay waits for a notification before it looks by itself, machine time
 * @param batch events sent before their acknowledgements are awaited
 * @param maxDepth waiting events at which {@link Outbox#append} refuses
 */
@Validated
@ConfigurationProperties("throughline.outbox")
public record OutboxSettings(
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("500") @Min(1) int batch,
        @DefaultValue("200000") @Min(1) long maxDepth) {}
