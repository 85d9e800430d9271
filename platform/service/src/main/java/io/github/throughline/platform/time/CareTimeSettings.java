package io.github.throughline.platform.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code throughline.care-time.*}.
 *
 * @param driven care time is set through the management endpoint {@code caretime}; sandbox only
 * @param start where driven care time begins; null: at the system's clock
 * @param running whether driven care time runs on from its start at the normal pace
 * @param dueWorkInterval how often due work is looked for, machine time
 */
@ConfigurationProperties("throughline.care-time")
public record CareTimeSettings(
        @DefaultValue("false") boolean driven,
        @Nullable Instant start,
        @DefaultValue("true") boolean running,
        @DefaultValue("250ms") Duration dueWorkInterval) {}
