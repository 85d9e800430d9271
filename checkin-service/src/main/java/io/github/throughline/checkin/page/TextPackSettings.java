package io.github.throughline.checkin.page;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code throughline.text-packs.*}.
 *
 * @param folder holds a site's own text packs as YAML files; null: the standard ones only
 */
@ConfigurationProperties("throughline.text-packs")
record TextPackSettings(@Nullable String folder) {}
