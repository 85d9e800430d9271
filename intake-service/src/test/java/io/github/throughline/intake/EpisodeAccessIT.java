package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.intake;
import static io.github.throughline.intake.IntakeClient.json;
import static io.github.throughline.intake.IntakeClient.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.testkit.security.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

class EpisodeAccessIT extends IntakeScene {

    EpisodeAccessIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void onlyTheRelatedSeeAnEpisode() {
        // Given
        var opened = openEpisode();
        String path = "/episodes/" + opened.get("episodeId").asString();
        String patient = opened.get("patientId").asString();

        // When // Then
        for (String bearer : new String[] {
            TestTokens.bearer("coordinator-a", "coordinator"),
            TestTokens.bearer("dr-osei", "physician"),
            TestTokens.bearer(patient, "patient")
        }) {
            client.get(path, bearer).expectStatus().isOk();
        }
        client.get(path, TestTokens.bearer("coordinator-b", "coordinator"))
                .expectStatus()
                .isNotFound();
        client.get(path, TestTokens.bearer(UUID.randomUUID().toString(), "patient"))
                .expectStatus()
                .isNotFound();
        client.get(path, "Bearer not-a-token").expectStatus().isUnauthorized();
        client.send(HttpMethod.POST, path + "/closure", TestTokens.bearer("dr-osei", "physician"), "{}")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whoDoesNotTreatSeesAnEpisodeOnlyWhileThePatientPermitsThemAnything() {
        // Given
        String path = "/episodes/" + openEpisode().get("episodeId").asString();
        String specialist = TestTokens.bearer("spine-clinic", "physician");
        client.get(path, specialist).expectStatus().isOk();

        // When
        client.send(HttpMethod.PUT, path + "/consents", intake(), "{\"consents\": []}")
                .expectStatus()
                .isOk();

        // Then
        var refused = client.get(path, specialist);
        refused.expectStatus().isNotFound();
        assertThat(json(refused).get("code").asString()).isEqualTo("EPISODE_NOT_FOUND");
        client.get(path, intake()).expectStatus().isOk();
        client.get(path, TestTokens.bearer("intake-desk", "caregiver"))
                .expectStatus()
                .isNotFound();
        client.get(path, service()).expectStatus().isOk();
    }
}
