package io.github.throughline.notification.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code throughline.webhook.*}; machine time.
 *
 * @param timeout of a whole try, until the end of the answer; shorter than a delivery's deadline
 * @param requireHttps whether an address without TLS is refused
 */
@ConfigurationProperties("throughline.webhook")
public record WebhookSettings(
        @DefaultValue("true") boolean requireHttps,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration timeout) {}
