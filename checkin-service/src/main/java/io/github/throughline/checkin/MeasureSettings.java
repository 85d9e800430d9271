package io.github.throughline.checkin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code throughline.measures.*}.
 *
 * @param folder folder of the site's own measures, one YAML file each; null: only those that ship
 */
@ConfigurationProperties("throughline.measures")
record MeasureSettings(@Nullable String folder) {}
