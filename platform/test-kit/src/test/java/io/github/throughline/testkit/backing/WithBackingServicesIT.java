package io.github.throughline.testkit.backing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.testkit.security.TestTokens;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

@ExtendWith(SpringExtension.class)
@WithBackingServices
class WithBackingServicesIT {

    @Configuration
    static class Settings {}

    private final Environment environment;

    WithBackingServicesIT(@Autowired Environment environment) {
        this.environment = environment;
    }

    @Test
    void aContextGetsAnEmptyDatabaseOfItsOwn() throws SQLException {
        // Given
        var url = environment.getRequiredProperty("spring.datasource.url");

        // When
        try (var connection = DriverManager.getConnection(
                        url,
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            // Then
            assertThat(tables.next()).isFalse();
        }
        assertThat(url).isNotEqualTo(TestBacking.shared().freshDatabase().url());
    }

    @Test
    void aContextKnowsBrokerRegistryAndIssuer() {
        assertThat(environment.getProperty("spring.kafka.bootstrap-servers"))
                .isEqualTo(TestBacking.shared().bootstrapServers());
        assertThat(environment.getProperty("throughline.registry-url"))
                .isEqualTo(TestBacking.shared().registryUrl());
        assertThat(environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri"))
                .isEqualTo(TestTokens.issuer());
    }
}
