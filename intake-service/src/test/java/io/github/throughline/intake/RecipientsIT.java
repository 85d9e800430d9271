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
import tools.jackson.databind.JsonNode;

class RecipientsIT extends IntakeScene {

    RecipientsIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void addressAndConsentAreAnsweredTogether() {
        // Given
        String patient = completeReferral().get("patientId").asString();
        String patientAtPartner = "MRN-" + UUID.randomUUID();
        var opened = episode("""
                , "patientId": "%s", "coordinator": "coordinator-a",
                "consents": [{"member": "spine-clinic", "category": "ESCALATIONS", "until": "2999-01-01T00:00:00Z"}],
                "partnerPatients": [{"partner": "spine", "patient": "%s"}]
                """.formatted(patient, patientAtPartner));

        // When
        JsonNode recipient = recipient(opened, "spine-clinic", "ESCALATIONS");

        // Then
        assertThat(recipient.get("role").asString()).isEqualTo("SPECIALIST");
        assertThat(recipient.get("address").asString()).isEqualTo("https://spine.example/hooks");
        assertThat(recipient.get("partnerPatient").asString()).isEqualTo(patientAtPartner);
        assertThat(recipient.get("permitted").asBoolean()).isTrue();
        assertThat(recipient.get("permittedUntil").asString()).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(recipient.get("secret").asString())
                .isEqualTo(opened.get("webhookSecrets").get(0).get("secret").asString())
                .startsWith("whsec_");
        assertThat(recipient(opened, "spine-clinic", "PLAN").get("permitted").asBoolean())
                .isFalse();
    }

    @Test
    void aWithdrawnConsentIsDeniedAtOnce() {
        // Given
        var opened = openEpisode();

        // When
        client.sendIfMatch(
                        HttpMethod.PUT,
                        path(opened) + "/consents",
                        TestTokens.bearer(opened.get("patientId").asString(), "patient"),
                        "{\"consents\": []}",
                        "\"1\"")
                .expectStatus()
                .isOk();

        // Then
        assertThat(recipient(opened, "spine-clinic", "ESCALATIONS")
                        .get("permitted")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theCoordinatorIsAlwaysPermittedAndReachedByMail() {
        // When
        JsonNode recipient = recipient(openEpisode(), "coordinator-a", "ESCALATIONS");

        // Then
        assertThat(recipient.get("channel").asString()).isEqualTo("EMAIL");
        assertThat(recipient.get("address").asString()).isEqualTo("coordinator-a@clinic.example");
        assertThat(recipient.get("permitted").asBoolean()).isTrue();
    }

    @Test
    void aWebhookKeepsItsSecretUntilItsAddressChanges() {
        // Given
        var opened = openEpisode();
        String secret = recipient(opened, "spine-clinic", "PLAN").get("secret").asString();

        // When
        var same = careTeam(opened, CARE_TEAM);
        String kept = recipient(opened, "spine-clinic", "PLAN").get("secret").asString();
        var moved = careTeam(opened, CARE_TEAM.replace("spine.example", "other.example"));
        String made = recipient(opened, "spine-clinic", "PLAN").get("secret").asString();

        // Then
        assertThat(same.get("webhookSecrets")).isEmpty();
        assertThat(kept).isEqualTo(secret);
        assertThat(moved.get("webhookSecrets")).hasSize(1);
        assertThat(made).isNotEqualTo(secret);
    }

    @Test
    void onlyServicesAsk() {
        // Given
        var opened = openEpisode();

        // When // Then
        client.get(
                        path(opened) + "/recipients/spine-clinic?category=ESCALATIONS",
                        TestTokens.bearer("coordinator-a", "coordinator"))
                .expectStatus()
                .isForbidden();
        client.get(path(opened) + "/patient", intake()).expectStatus().isForbidden();
        client.get(path(opened) + "/recipients/nobody?category=ESCALATIONS", service())
                .expectStatus()
                .isNotFound();
        assertThat(json(client.get(path(opened) + "/patient", service()))
                        .get("name")
                        .asString())
                .isEqualTo("Kim Doe");
    }

    private JsonNode careTeam(JsonNode opened, String careTeam) {
        String tag = json(client.get(path(opened), intake())).get("version").toString();
        var response = client.sendIfMatch(
                HttpMethod.PUT,
                path(opened) + "/care-team",
                intake(),
                "{\"careTeam\": " + careTeam + "}",
                "\"" + tag + "\"");
        response.expectStatus().isOk();
        return json(response);
    }

    private JsonNode recipient(JsonNode opened, String member, String category) {
        var response = client.get(path(opened) + "/recipients/" + member + "?category=" + category, service());
        response.expectStatus().isOk();
        return json(response);
    }

    private static String path(JsonNode opened) {
        return "/episodes/" + opened.get("episodeId").asString();
    }
}
