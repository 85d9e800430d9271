package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.decision.DecisionKind;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

class PlanDraftingIT extends PlanScene {

    PlanDraftingIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void aDraftIsChangedAndSignedOnTheRevisionThatWasRead() {
        // Given
        Heard heard = openEpisode();
        String path = versionPath(heard, draft(heard, "{}"));
        String change = "{\"goals\": [{\"measure\": \"NPRS\", \"target\": 2}], \"watchWeeks\": 6}";

        // When
        var changed = client.sendIfMatch(HttpMethod.PUT, path, COORDINATOR, change, "\"1\"");
        var late = client.sendIfMatch(HttpMethod.PUT, path, PHYSICIAN, change, "\"1\"");
        var blind = client.put(path, PHYSICIAN, change);
        var outdated = client.sendIfMatch(HttpMethod.POST, path + "/signature", PHYSICIAN, "{}", "\"1\"");
        var outdatedToo = client.post(path + "/signature", PHYSICIAN, "{\"revision\": 1}");
        var unseen = client.post(path + "/signature", PHYSICIAN, "{}");

        // Then
        changed.expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        assertThat(json(changed).get("content").get("watchWeeks").asInt()).isEqualTo(6);
        late.expectStatus().isEqualTo(412);
        blind.expectStatus().isEqualTo(428);
        outdated.expectStatus().isEqualTo(412);
        outdatedToo.expectStatus().isEqualTo(412);
        unseen.expectStatus().isEqualTo(428);
        client.sendIfMatch(HttpMethod.POST, path + "/signature", PHYSICIAN, "{}", "\"2\"")
                .expectStatus()
                .isOk();
    }

    @Test
    void aDecisionToAdjustThePlanOpensADraftThatNamesTheEscalation() {
        // Given
        Heard heard = openEpisode();
        signedPlan(heard);
        var escalation = UUID.randomUUID();

        // When
        decide(heard, escalation);

        // Then
        var line = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> json(client.get(heard.plans(), COORDINATOR))
                                .get(0)
                                .get("versions"),
                        versions -> versions.size() == 2)
                .get(1);
        assertThat(line.get("state").asString()).isEqualTo("DRAFT");
        assertThat(line.get("escalationId").asString()).isEqualTo(escalation.toString());
    }

    private void decide(Heard heard, UUID escalation) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        topics.send(
                Topics.DECISION,
                heard.patientId().toString(),
                DecisionRecorded.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setVersion(1)
                        .setOccurredAt(now)
                        .setRecordedAt(now)
                        .setPatientId(heard.patientId())
                        .setEpisodeId(heard.episodeId())
                        .setDecisionId(UUID.randomUUID())
                        .setEscalationId(escalation)
                        .setKind(DecisionKind.ADJUST_PLAN)
                        .setDecidedBy("dr-osei")
                        .setRecordedBy("dr-osei")
                        .build());
    }

    @Test
    void whatIsNotKnownIsRefusedWithACode() {
        // Given
        Heard heard = openEpisode();

        // When
        var program = client.post(heard.plans(), COORDINATOR, "{\"program\": \"juggling\"}");
        var measure = client.post(heard.plans(), COORDINATOR, "{\"measures\": [{\"measure\": \"VAS\"}]}");

        // Then
        program.expectStatus().isEqualTo(422);
        assertThat(json(program).get("code").asString()).isEqualTo("UNKNOWN_PROGRAM");
        var problem = json(measure);
        assertThat(problem.get("code").asString()).isEqualTo("UNKNOWN_MEASURE");
        assertThat(problem.get("field").asString()).isEqualTo("measures[0].measure");
    }

    @Test
    void anEpisodeHasOnePlanThatGoesOn() {
        // Given
        Heard heard = openEpisode();
        draft(heard, "{}");

        // When
        var second = client.post(heard.plans(), COORDINATOR, "{}");

        // Then
        second.expectStatus().isEqualTo(409);
        assertThat(json(second).get("code").asString()).isEqualTo("PLAN_EXISTS");
    }

    @Test
    void ofTwoChangesAtOnceOneCounts() throws Exception {
        // Given
        Heard heard = openEpisode();
        String path = versionPath(heard, draft(heard, "{}"));

        // When
        List<Integer> answers =
                atOnce(4, () -> client.sendIfMatch(HttpMethod.PUT, path, COORDINATOR, "{\"watchWeeks\": 6}", "\"1\""));

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void ofTwoFirstDraftsAtOnceOneIsThePlan() throws Exception {
        // Given
        Heard heard = openEpisode();

        // When
        List<Integer> answers = atOnce(4, () -> client.post(heard.plans(), COORDINATOR, "{}"));

        // Then
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void whoDoesNotTreatInTheEpisodeLearnsAndChangesNothingWhateverTheySignInAs() {
        // Given
        Heard heard = openEpisode();
        String path = versionPath(heard, draft(heard, "{}"));
        String plan = path.substring(0, path.indexOf("/versions"));
        String pcp = TestTokens.bearer("pcp-berg", "physician");

        // When
        var answers = List.of(
                client.post(heard.plans(), pcp, "{}"),
                client.post(plan + "/versions", pcp, "{}"),
                client.sendIfMatch(HttpMethod.PUT, path, pcp, "{\"watchWeeks\": 6}", "\"1\""),
                client.post(plan + "/pause", pcp, "{}"),
                client.post(plan + "/resumption", pcp, "{\"occurredAt\": \"2999-01-01T00:00:00Z\"}"));

        // Then
        for (var answer : answers) {
            answer.expectStatus().isNotFound();
            assertThat(json(answer).get("code").asString()).isEqualTo("EPISODE_NOT_FOUND");
        }
    }

    @Test
    void aRequestWithHolesIsRefused() {
        // Given
        Heard heard = openEpisode();

        // When // Then
        for (String body : List.of(
                "{\"measures\": [null]}",
                "{\"goals\": [{\"target\": 1}]}",
                "{\"activities\": [null]}",
                "{\"nextSteps\": {\"plateau\": null}}",
                "{\"checkins\": {\"windowDays\": 3}}",
                "{\"unheardOf\": 1}")) {
            client.post(heard.plans(), COORDINATOR, body).expectStatus().is4xxClientError();
        }
    }
}
