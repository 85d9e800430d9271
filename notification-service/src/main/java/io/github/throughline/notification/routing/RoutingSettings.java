package io.github.throughline.notification.routing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code throughline.routing.*}.
 *
 * @param policy YAML file with the routing policy, read at the start; null: it is given over the API
 */
@ConfigurationProperties("throughline.routing")
record RoutingSettings(@Nullable Path policy) {}
