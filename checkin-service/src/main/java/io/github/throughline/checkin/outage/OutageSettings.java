package io.github.throughline.checkin.outage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code throughline.outage.*}, both machine time.
 *
 * @param heartbeat how often an instance gives a sign of life
 * @param threshold a longer silence of all instances is an outage; longer than any restart that patients do not notice
 */
@ConfigurationProperties("throughline.outage")
record OutageSettings(
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("2m") Duration threshold) {}
