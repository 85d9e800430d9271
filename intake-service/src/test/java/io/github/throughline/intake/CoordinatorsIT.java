package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.intake;
import static io.github.throughline.intake.IntakeClient.json;
import static io.github.throughline.intake.IntakeClient.operator;
import static io.github.throughline.intake.IntakeClient.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.testkit.security.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class CoordinatorsIT extends IntakeScene {

    CoordinatorsIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void whereACoordinatorsMailGoesIsChangedByOperatorsAlone() {
        // Given
        String reference = "coordinator-" + UUID.randomUUID();
        register(intake(), reference, "sam@clinic.example").expectStatus().isCreated();

        // When
        var again = register(intake(), reference, "sam@clinic.example");
        var redirected = register(intake(), reference, "eve@elsewhere.example");

        // Then
        again.expectStatus().isCreated();
        redirected.expectStatus().isEqualTo(409);
        assertThat(json(redirected).get("code").asString()).isEqualTo("COORDINATOR_EXISTS");
        assertThat(mailOf(reference)).isEqualTo("sam@clinic.example");
        register(operator(), reference, "sam@new.example").expectStatus().isCreated();
        assertThat(mailOf(reference)).isEqualTo("sam@new.example");
    }

    @Test
    void onlyIntakeAndOperatorsRegisterThem() {
        for (String role : List.of("coordinator", "physician", "patient", "service", "clinical-lead")) {
            register(TestTokens.bearer("somebody", role), "coordinator-x", "x@clinic.example")
                    .expectStatus()
                    .isForbidden();
        }
    }

    private ResponseSpec register(String bearer, String reference, String mail) {
        return client.send(HttpMethod.POST, "/coordinators", bearer, """
                {"reference": "%s", "name": "Sam", "email": "%s", "active": false}
                """.formatted(reference, mail));
    }

    private String mailOf(String reference) {
        return json(client.get("/coordinators/" + reference, service()))
                .get("email")
                .asString();
    }
}
