package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.intake;
import static io.github.throughline.intake.IntakeClient.json;
import static io.github.throughline.intake.IntakeClient.operator;

import io.github.throughline.testkit.backing.WithBackingServices;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The running service with two coordinators, and the requests that tests have in common. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.partner-hmac-key=dGhpcyBpcyBhIHRlc3Qga2V5IG9mIDMyIGJ5dGVzISEh",
            "throughline.registry-auto-register=true"
        })
@WithBackingServices
abstract class IntakeScene {

    static final String CARE_TEAM = """
            [{"reference": "dr-osei", "role": "PHYSICIAN", "kind": "PERSON", "name": "Ama Osei",
              "channel": "NONE"},
             {"reference": "spine-clinic", "role": "SPECIALIST", "kind": "ORGANISATION", "name": "Spine Clinic",
              "channel": "WEBHOOK", "address": "https://spine.example/hooks", "partner": "spine"}]""";

    final IntakeClient client;
    final JdbcClient jdbc;

    IntakeScene(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        this.client = new IntakeClient(port);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void coordinators() {
        coordinator("coordinator-a", true);
        coordinator("coordinator-b", true);
    }

    void coordinator(String reference, boolean active) {
        client.send(HttpMethod.POST, "/coordinators", operator(), """
                        {"reference": "%1$s", "name": "Name of %1$s", "email": "%1$s@clinic.example", "active": %2$s}
                        """.formatted(reference, active))
                .expectStatus()
                .isCreated();
    }

    JsonNode referral(String patientFields) {
        var response = client.send(HttpMethod.POST, "/referrals", intake(), """
                {"patient": {"name": "Kim Doe"%s}, "problem": "low back pain", "referredBy": "Dr Smith"}
                """.formatted(patientFields));
        response.expectStatus().isCreated();
        return json(response);
    }

    /** Another referral of a patient who is known. */
    JsonNode referralOf(String patientId) {
        var response = client.send(HttpMethod.POST, "/referrals", intake(), referralBody(patientId));
        response.expectStatus().isCreated();
        return json(response);
    }

    static String referralBody(String patientId) {
        return "{\"patientId\": \"%s\", \"problem\": \"knee pain\"}".formatted(patientId);
    }

    JsonNode completeReferral() {
        return referral(", \"birthDate\": \"1970-01-02\", \"email\": \"kim@home.example\"");
    }

    JsonNode episode(String fields) {
        var response = client.send(HttpMethod.POST, "/episodes", intake(), episodeBody(fields));
        response.expectStatus().isCreated();
        return json(response);
    }

    static String episodeBody(String fields) {
        return "{\"program\": \"low-back-pain\", \"timeZone\": \"Europe/Zurich\", \"careTeam\": " + CARE_TEAM + fields
                + "}";
    }

    /** An open episode of a new patient, with a consent for the specialist. */
    JsonNode openEpisode() {
        String referralId = completeReferral().get("referralId").asString();
        return episode("""
                , "referralId": "%s", "coordinator": "coordinator-a",
                "consents": [{"member": "spine-clinic", "category": "ESCALATIONS"}],
                "partnerPatients": [{"partner": "spine", "patient": "MRN-%s"}]
                """.formatted(referralId, UUID.randomUUID()));
    }
}
