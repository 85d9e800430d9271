package io.github.throughline.plan.program;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code throughline.programs.*}.
 *
 * @param folder holds a site's own programs as YAML files; null: the standard ones only
 */
@ConfigurationProperties("throughline.programs")
record ProgramSettings(@Nullable Path folder) {}
