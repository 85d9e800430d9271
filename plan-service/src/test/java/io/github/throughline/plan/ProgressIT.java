package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.Adherence;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.schemas.plan.CareGap;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ProgressIT extends PlanScene {

    private final Instant now = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

    ProgressIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void aPlansProgressFollowsReadingsAndCheckinsAndGoesWithItsEpisode() {
        // Given
        Heard heard = openEpisode();
        var signed = signedPlan(heard);
        UUID plan = UUID.fromString(signed.get("planId").asString());
        UUID later = UUID.randomUUID();

        // When: a reading is corrected, and its first version comes again
        reading(heard, UUID.randomUUID(), 1, now, 7.0);
        reading(heard, later, 2, now.plusSeconds(1), 5.0);
        reading(heard, later, 1, now.plusSeconds(1), 2.0);
        checkin(heard, plan, 0, 1, 0);
        checkin(heard, plan, 1, 1, 0);

        // Then
        assertThat(events(heard, 2).getLast().getCareGaps())
                .extracting(CareGap::getSubject)
                .containsExactly("activity/walking");
        var progress = awaitLatest(heard, plan, 5);
        var pain = progress.get("goals").get(0);
        assertThat(pain.get("state").asString()).isEqualTo("ON_THE_WAY");
        assertThat(pain.get("percent").asInt()).isEqualTo(50);
        assertThat(progress.at("/adherence/0/done").asInt()).isZero();
        assertThat(progress.at("/careGaps/0/subject").asString()).isEqualTo("activity/walking");
        checkin(heard, plan, 1, 2, 3);
        assertThat(events(heard, 3).getLast().getCareGaps()).isEmpty();
        client.get(path(heard, plan), TestTokens.bearer("pcp-berg", "pcp"))
                .expectStatus()
                .isForbidden();
        tell(heard, EpisodeStatus.ERASED, 2);
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from reading where episode_id = :id")
                                .param("id", heard.episodeId())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private JsonNode awaitLatest(Heard heard, UUID plan, double value) {
        return Awaitility.await()
                .until(
                        () -> json(client.get(path(heard, plan), COORDINATOR)),
                        progress -> progress.at("/goals/0/latest").asDouble() == value);
    }

    private static String path(Heard heard, UUID plan) {
        return heard.plans() + "/" + plan + "/progress";
    }

    private void reading(Heard heard, UUID id, int version, Instant at, double value) {
        topics.send(
                Topics.OUTCOME,
                heard.patientId().toString(),
                OutcomeRecorded.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setVersion(version)
                        .setOccurredAt(at)
                        .setRecordedAt(at)
                        .setPatientId(heard.patientId())
                        .setEpisodeId(heard.episodeId())
                        .setReadingId(id)
                        .setMeasure("NPRS")
                        .setMeasureVersion("1")
                        .setValue(value)
                        .setScorer("1")
                        .setSource(ReadingSource.PATIENT)
                        .setSourceRecordId("r")
                        .build());
    }

    private void checkin(Heard heard, UUID plan, int week, int version, int walked) {
        topics.send(
                Topics.CHECKIN,
                heard.patientId().toString(),
                CheckinChanged.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setVersion(version)
                        .setOccurredAt(now)
                        .setRecordedAt(now)
                        .setPatientId(heard.patientId())
                        .setEpisodeId(heard.episodeId())
                        .setCheckinId(new UUID(plan.getMostSignificantBits(), week))
                        .setPlanId(plan)
                        .setPlanVersion(1)
                        .setWeek(week)
                        .setFact(version == 1 ? CheckinFact.SUBMITTED : CheckinFact.CORRECTED)
                        .setOpensAt(now)
                        .setEndsAt(now)
                        .setGraceEndsAt(now)
                        .setAdherence(List.of(new Adherence("walking", walked, 5)))
                        .build());
    }
}
