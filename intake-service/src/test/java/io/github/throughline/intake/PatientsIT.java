package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.intake;
import static io.github.throughline.intake.IntakeClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.platform.security.PartnerPatientHmac;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.PartnerPatient;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.security.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

class PatientsIT extends IntakeScene {

    private static final String COORDINATOR = TestTokens.bearer("coordinator-a", "coordinator");

    private static final String CORRECTED = """
            {"name": "Kim Roe", "birthDate": "1970-01-02", "phone": "+41 44 000 00 00"}
            """;

    private final PartnerPatientHmac hmac;

    PatientsIT(@LocalServerPort int port, @Autowired JdbcClient jdbc, @Autowired PartnerPatientHmac hmac) {
        super(port, jdbc);
        this.hmac = hmac;
    }

    @Test
    void whoAPatientIsIsKnownToThemselvesAndToThoseWhoseWorkItIs() {
        // Given
        var opened = openEpisode();
        String id = opened.get("patientId").asString();

        // When // Then
        for (String bearer : List.of(intake(), COORDINATOR, TestTokens.bearer(id, "patient"))) {
            var known = client.get("/patients/" + id, bearer);
            known.expectStatus().isOk();
            assertThat(json(known).get("name").asString()).isEqualTo("Kim Doe");
        }
        for (String bearer : List.of(
                TestTokens.bearer("other-desk", "intake"),
                TestTokens.bearer("coordinator-b", "coordinator"),
                TestTokens.bearer("spine-clinic", "coordinator"),
                TestTokens.bearer(UUID.randomUUID().toString(), "patient"))) {
            client.get("/patients/" + id, bearer).expectStatus().isNotFound();
            client.sendIfMatch(HttpMethod.PUT, "/patients/" + id, bearer, CORRECTED, "*")
                    .expectStatus()
                    .isNotFound();
        }
        client.get("/patients/" + id, TestTokens.bearer("dr-osei", "physician"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aCoordinatorKnowsThePatientWhileTheEpisodeIsOpen() {
        // Given
        var opened = openEpisode();

        // When
        client.send(HttpMethod.POST, "/episodes/" + opened.get("episodeId").asString() + "/closure", COORDINATOR, "{}")
                .expectStatus()
                .isOk();

        // Then
        client.get("/patients/" + opened.get("patientId").asString(), COORDINATOR)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aPatientIsCorrectedByWhoSaysWhichVersionTheyRead() {
        // Given
        String path = "/patients/" + completeReferral().get("patientId").asString();
        client.get(path, intake()).expectHeader().valueEquals("ETag", "\"1\"");

        // When
        var blind = client.send(HttpMethod.PUT, path, intake(), CORRECTED);
        var seen = client.sendIfMatch(HttpMethod.PUT, path, intake(), CORRECTED, "\"1\"");
        var late = client.sendIfMatch(HttpMethod.PUT, path, intake(), CORRECTED, "\"1\"");

        // Then
        blind.expectStatus().isEqualTo(428);
        seen.expectStatus().isNoContent().expectHeader().valueEquals("ETag", "\"2\"");
        late.expectStatus().isEqualTo(412);
        var known = json(client.get(path, intake()));
        assertThat(known.get("name").asString()).isEqualTo("Kim Roe");
        assertThat(known.get("email").isNull()).isTrue();
    }

    @Test
    void aWrongIdAtAPartnerIsReplacedAndToldWithTheOpenEpisode() {
        // Given
        var opened = openEpisode();
        String id = opened.get("patientId").asString();
        String path = "/patients/" + id + "/partner-patients";
        String right = "MRN-" + UUID.randomUUID();
        String body = "{\"partnerPatients\": [{\"partner\": \"spine\", \"patient\": \"%s\"}]}".formatted(right);
        String tag = "\"" + json(client.get("/patients/" + id, intake())).get("version") + "\"";

        // When
        client.sendIfMatch(HttpMethod.PUT, path, TestTokens.bearer(id, "patient"), body, tag)
                .expectStatus()
                .isForbidden();
        client.sendIfMatch(HttpMethod.PUT, path, COORDINATOR, body, tag)
                .expectStatus()
                .isNoContent();

        // Then
        try (var topic = TopicProbe.of(Topics.EPISODE, EpisodeChanged.class)) {
            EpisodeChanged event = topic.awaitCount(id, 2).getLast();
            assertThat(event.getVersion()).isEqualTo(2);
            assertThat(event.getPartnerPatients())
                    .extracting(PartnerPatient::getPatientHmac)
                    .containsExactly(hmac.of("spine", right));
        }
        client.sendIfMatch(HttpMethod.PUT, path, intake(), body, tag)
                .expectStatus()
                .isEqualTo(412);
    }
}
