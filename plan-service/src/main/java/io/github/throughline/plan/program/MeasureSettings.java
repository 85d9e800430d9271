package io.github.throughline.plan.program;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code throughline.measures.*}.
 *
 * @param folder holds a site's own measures as YAML files; null: the standard ones only
 */
@ConfigurationProperties("throughline.measures")
record MeasureSettings(@Nullable Path folder) {}
