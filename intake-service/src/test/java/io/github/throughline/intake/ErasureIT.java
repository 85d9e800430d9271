package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.intake;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.security.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ErasureIT extends IntakeScene {

    private static final List<String> TABLES = List.of(
            "patient where id = :id::uuid",
            "partner_patient where patient_id = :id::uuid",
            "referral where patient_id = :id::uuid",
            "care_episode where patient_id = :id::uuid",
            "work_item where patient_id = :id::uuid",
            "care_team_member m where not exists (select 1 from care_episode e where e.id = m.episode_id) or :id = ''",
            "consent c where not exists (select 1 from care_episode e where e.id = c.episode_id) or :id = ''");

    ErasureIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void anErasedPatientIsForgottenAndEverybodyIsTold() {
        // Given
        var opened = openEpisode();
        String patient = opened.get("patientId").asString();

        // When
        erase(patient, TestTokens.bearer(patient, "patient")).expectStatus().isNoContent();

        // Then
        for (String rows : TABLES) {
            assertThat(jdbc.sql("select count(*) from " + rows)
                            .param("id", patient)
                            .query(Integer.class)
                            .single())
                    .as(rows)
                    .isZero();
        }
        try (var topic = TopicProbe.of(Topics.EPISODE, EpisodeChanged.class)) {
            EpisodeChanged last = topic.awaitCount(patient, 2).getLast();
            assertThat(last.getStatus()).isEqualTo(EpisodeStatus.ERASED);
            assertThat(last.getVersion()).isEqualTo(2);
            assertThat(last.getCareTeam()).isEmpty();
            assertThat(last.getPartnerPatients()).isEmpty();
        }
        erase(patient, intake()).expectStatus().isNotFound();
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

    private ResponseSpec erase(String patient, String bearer) {
        return client.send(HttpMethod.DELETE, "/patients/" + patient, bearer, "");
    }
}
