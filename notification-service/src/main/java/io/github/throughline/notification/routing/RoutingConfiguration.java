package io.github.throughline.notification.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the policy from its file before anything is routed; one that can not be used ends the start. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    InitializingBean policyOfFile(RoutingSettings settings, RoutingPolicies policies) {
        return () -> {
            Path file = settings.policy();
            if (file != null) {
                policies.add(content(file), "file " + file.getFileName());
            }
        };
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("throughline.routing.policy: %s can not be read".formatted(file), e);
        }
    }
}
