package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.intake;
import static io.github.throughline.intake.IntakeClient.json;
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

class EpisodeAccessIT extends IntakeScene {

    private static final Change CONSENTS = new Change(
            HttpMethod.PUT,
            "/consents",
            "{\"consents\": [{\"member\": \"spine-clinic\", \"category\": \"OUTCOMES\"}]}");
    private static final Change CARE_TEAM_CHANGE = new Change(HttpMethod.PUT, "/care-team", "{\"careTeam\": []}");

    /** Every change that an episode takes. */
    private static final List<Change> CHANGES = List.of(
            CONSENTS,
            CARE_TEAM_CHANGE,
            new Change(HttpMethod.PUT, "/coordinator", "{\"coordinator\": \"coordinator-b\"}"),
            new Change(HttpMethod.PUT, "/time-zone", "{\"timeZone\": \"Europe/Lisbon\"}"),
            new Change(HttpMethod.POST, "/closure", "{}"));

    private record Change(HttpMethod method, String path, String body) {}

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
    void toBeInTheCareTeamIsNotToHaveASayInTheEpisodeWhateverSomebodySignsInAs() {
        // Given
        String husband = UUID.randomUUID().toString();
        String path = episodeWithCaregiver(husband);

        // When // Then
        for (String bearer : List.of(
                TestTokens.bearer("spine-clinic", "coordinator"),
                TestTokens.bearer("spine-clinic", "intake"),
                TestTokens.bearer("dr-osei", "coordinator"),
                TestTokens.bearer("coordinator-a", "intake"))) {
            for (Change change : CHANGES) {
                change(path, change, bearer).expectStatus().isNotFound();
            }
        }
        change(path, CONSENTS, TestTokens.bearer(husband, "patient"))
                .expectStatus()
                .isNotFound();
        assertThat(json(client.get(path, intake())).get("version").asInt()).isEqualTo(2);
    }

    private ResponseSpec change(String path, Change change, String bearer) {
        return client.sendIfMatch(change.method(), path + change.path(), bearer, change.body(), "\"2\"");
    }

    /** The path of an episode in whose care team a caregiver is, who is a patient elsewhere. */
    private String episodeWithCaregiver(String reference) {
        String path = "/episodes/" + openEpisode().get("episodeId").asString();
        String caregiver = """
                , {"reference": "%s", "role": "CAREGIVER", "kind": "PERSON", "name": "Al Doe", "channel": "NONE"}]""".formatted(reference);
        String careTeam = "{\"careTeam\": " + CARE_TEAM.substring(0, CARE_TEAM.lastIndexOf(']')) + caregiver + "}";
        client.sendIfMatch(HttpMethod.PUT, path + "/care-team", intake(), careTeam, "\"1\"")
                .expectStatus()
                .isOk();
        return path;
    }

    @Test
    void whoHandedAnEpisodeOverHasNoMoreSayInIt() {
        // Given
        String path = "/episodes/" + openEpisode().get("episodeId").asString();
        String before = TestTokens.bearer("coordinator-a", "coordinator");

        // When
        client.send(HttpMethod.PUT, path + "/coordinator", before, "{\"coordinator\": \"coordinator-b\"}")
                .expectStatus()
                .isOk();

        // Then
        client.get(path, before).expectStatus().isNotFound();
        client.send(HttpMethod.POST, path + "/closure", before, "{}")
                .expectStatus()
                .isNotFound();
        client.send(HttpMethod.POST, path + "/closure", TestTokens.bearer("coordinator-b", "coordinator"), "{}")
                .expectStatus()
                .isOk();
    }

    @Test
    void aListIsReplacedOnlyByWhoSaysWhichOneTheyRead() {
        // Given
        String path = "/episodes/" + openEpisode().get("episodeId").asString();

        // When // Then
        for (Change list : List.of(CONSENTS, CARE_TEAM_CHANGE)) {
            var blind = client.send(list.method(), path + list.path(), intake(), list.body());
            blind.expectStatus().isEqualTo(428);
            assertThat(json(blind).get("code").asString()).isEqualTo("IF_MATCH_REQUIRED");
        }
    }

    @Test
    void whoDoesNotTreatSeesAnEpisodeOnlyWhileThePatientPermitsThemAnything() {
        // Given
        String path = "/episodes/" + openEpisode().get("episodeId").asString();
        String specialist = TestTokens.bearer("spine-clinic", "physician");
        client.get(path, specialist).expectStatus().isOk();

        // When
        client.sendIfMatch(HttpMethod.PUT, path + "/consents", intake(), "{\"consents\": []}", "\"1\"")
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
