package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.intake;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.workitem.WorkItemChanged;
import io.github.throughline.schemas.workitem.WorkItemStatus;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.security.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class ErasureIT extends IntakeScene {

    private static final List<String> TABLES = List.of(
            "patient where id = :patient::uuid",
            "partner_patient where patient_id = :patient::uuid",
            "referral where patient_id = :patient::uuid",
            "care_episode where patient_id = :patient::uuid",
            "work_item where patient_id = :patient::uuid",
            "care_team_member where episode_id = :episode::uuid",
            "consent where episode_id = :episode::uuid");

    ErasureIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void anErasedPatientIsForgottenAndEverybodyIsTold() {
        // Given
        var opened = episodeWithWork();
        var other = episodeWithWork();
        String patient = opened.get("patientId").asString();

        // When
        erase(patient, TestTokens.bearer(patient, "patient")).expectStatus().isNoContent();

        // Then
        for (String rows : TABLES) {
            assertThat(count(rows, opened)).as(rows).isZero();
            assertThat(count(rows, other)).as(rows).isPositive();
        }
        try (var topic = TopicProbe.of(Topics.EPISODE, EpisodeChanged.class)) {
            EpisodeChanged last = topic.awaitCount(patient, 2).getLast();
            assertThat(last.getStatus()).isEqualTo(EpisodeStatus.ERASED);
            assertThat(last.getVersion()).isEqualTo(2);
            assertThat(last.getCareTeam()).isEmpty();
            assertThat(last.getPartnerPatients()).isEmpty();
        }
        try (var topic = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class)) {
            assertThat(topic.awaitCount(patient, 3).getLast().getStatus()).isEqualTo(WorkItemStatus.CANCELLED);
        }
        erase(patient, intake()).expectStatus().isNotFound();
    }

    /** An episode with a consent, an id at a partner, and something missing that somebody has to find out. */
    private JsonNode episodeWithWork() {
        return episode("""
                , "referralId": "%s", "coordinator": "coordinator-a",
                "consents": [{"member": "spine-clinic", "category": "ESCALATIONS"}],
                "partnerPatients": [{"partner": "spine", "patient": "MRN-%s"}]
                """.formatted(referral("").get("referralId").asString(), UUID.randomUUID()));
    }

    private int count(String rows, JsonNode opened) {
        return jdbc.sql("select count(*) from " + rows)
                .param("patient", opened.get("patientId").asString())
                .param("episode", opened.get("episodeId").asString())
                .query(Integer.class)
                .single();
    }

    @Test
    void nobodyElsesPatientErasesOne() {
        // Given
        String patient = openEpisode().get("patientId").asString();

        // When // Then
        erase(patient, TestTokens.bearer(UUID.randomUUID().toString(), "patient"))
                .expectStatus()
                .isNotFound();
        erase(patient, TestTokens.bearer("coordinator-a", "coordinator"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void intakeErasesOnlyWhomTheyTookIn(CapturedOutput output) {
        // Given
        String patient = openEpisode().get("patientId").asString();
        String waiting = completeReferral().get("patientId").asString();
        String otherDesk = TestTokens.bearer("other-desk", "intake");

        // When
        erase(patient, otherDesk).expectStatus().isNotFound();
        erase(waiting, otherDesk).expectStatus().isNotFound();
        erase(patient, intake()).expectStatus().isNoContent();
        erase(waiting, TestTokens.bearer("ops-a", "operator")).expectStatus().isNoContent();

        // Then
        assertThat(erasureOf(patient, output)).contains("intake-desk");
        assertThat(erasureOf(waiting, output)).contains("ops-a").doesNotContain("Kim");
    }

    /** The line that tells of it. */
    private static String erasureOf(String patient, CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("patient erased") && line.contains(patient))
                .findFirst()
                .orElse("");
    }

    private ResponseSpec erase(String patient, String bearer) {
        return client.send(HttpMethod.DELETE, "/patients/" + patient, bearer, "");
    }
}
