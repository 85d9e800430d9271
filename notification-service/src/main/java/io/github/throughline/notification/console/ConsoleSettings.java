package io.github.throughline.notification.console;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code throughline.console.*}; machine time.
 *
 * @param sessionIdle after so long without anybody doing anything a session ends; a page that refreshes itself is nobody
 * @param sessionLifetime after so long it ends in any case
 */
@ConfigurationProperties("throughline.console")
record ConsoleSettings(
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("10h") Duration sessionLifetime) {}
