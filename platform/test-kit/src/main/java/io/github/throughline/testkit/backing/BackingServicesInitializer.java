package io.github.throughline.testkit.backing;

import io.github.throughline.testkit.security.TestTokens;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Tells a Spring context where the shared servers are; see {@link WithBackingServices}. */
public final class BackingServicesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("backing services", properties(TestBacking.shared())));
    }

    private static Map<String, Object> properties(TestBacking backing) {
        var database = backing.freshDatabase();
        var group = backing.newGroup();
        var properties = new HashMap<String, Object>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.role());
        properties.put("spring.datasource.password", database.password());
        properties.put("spring.kafka.bootstrap-servers", backing.bootstrapServers());
        // Contexts stay alive in Spring's cache: in one group they would take each other's records.
        properties.put("spring.kafka.consumer.group-id", group);
        properties.put("spring.kafka.streams.application-id", group);
        properties.put(
                "spring.kafka.streams.state-dir",
                Path.of("target", "kafka-streams").toAbsolutePath().toString());
        properties.put("throughline.registry-url", backing.registryUrl());
        properties.put("throughline.registry-auto-register", "true");
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", TestTokens.issuer());
        properties.put("spring.security.oauth2.resourceserver.jwt.audiences", TestTokens.AUDIENCE);
        properties.put("management.server.port", "0");
        return properties;
    }
}
