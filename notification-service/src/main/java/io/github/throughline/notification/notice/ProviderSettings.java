package io.github.throughline.notification.notice;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.providers.*}: when outside providers are told where nobody acknowledges.
 *
 * @param delay care time from the first notice on, for programs that have no delay of their own
 * @param delayByProgram the same by program id
 */
@Validated
@ConfigurationProperties("throughline.providers")
public record ProviderSettings(
        @DefaultValue("24h") @NotNull Duration delay,
        @DefaultValue Map<String, Duration> delayByProgram) {

    Duration delayOf(String program) {
        return delayByProgram.getOrDefault(program, delay);
    }
}
