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
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ExtendWith(OutputCaptureExtension.class)
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
