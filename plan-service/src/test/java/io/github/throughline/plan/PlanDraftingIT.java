package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.decision.DecisionKind;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.testkit.security.TestTokens;
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
import tools.jackson.databind.JsonNode;

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
        var outdated = client.sign(path, PHYSICIAN, 1);
        var unseen = client.post(path + "/signature", PHYSICIAN, "{}");
        var saidInside = client.post(path + "/signature", PHYSICIAN, "{\"revision\": 2}");

        // Then
        changed.expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        assertThat(json(changed).get("content").get("watchWeeks").asInt()).isEqualTo(6);
        late.expectStatus().isEqualTo(412);
        blind.expectStatus().isEqualTo(428);
        outdated.expectStatus().isEqualTo(412);
        unseen.expectStatus().isEqualTo(428);
        assertThat(json(unseen).get("code").asString()).isEqualTo("IF_MATCH_REQUIRED");
        saidInside.expectStatus().isBadRequest();
        client.sign(path, PHYSICIAN, 2).expectStatus().isOk();
    }

    @Test
    void aDecisionToAdjustThePlanOpensADraftThatNamesTheEscalation() {
        // Given
        Heard heard = openEpisode();
        signedPlan(heard);
        var escalation = UUID.randomUUID();

        // When
        topics.send(Topics.DECISION, heard.patientId().toString(), decision(heard, escalation));

        // Then
        var line = awaitVersions(heard, 2).get(1);
        assertThat(line.get("state").asString()).isEqualTo("DRAFT");
        assertThat(line.get("escalationId").asString()).isEqualTo(escalation.toString());
    }

    @Test
    void aDecisionThatIsHeardAgainAfterItsDraftWasSignedOpensNoOther() {
        // Given
        Heard heard = openEpisode();
        Heard other = openEpisode();
        signedPlan(heard);
        signedPlan(other);
        var decision = decision(heard, UUID.randomUUID());
        topics.send(Topics.DECISION, heard.patientId().toString(), decision);
        awaitVersions(heard, 2);
        var plan = json(client.get(heard.plans(), COORDINATOR)).get(0);
        var draft = json(client.get(heard.plans() + "/" + plan.get("planId").asString() + "/versions/2", COORDINATOR));
        sign(heard, draft);

        // When
        topics.send(Topics.DECISION, heard.patientId().toString(), decision);
        topics.send(Topics.DECISION, heard.patientId().toString(), decision(other, UUID.randomUUID()));

        // Then
        awaitVersions(other, 2);
        assertThat(awaitVersions(heard, 2))
                .extracting(version -> version.get("state").asString())
                .containsExactly("SUPERSEDED", "IN_FORCE");
    }

    private JsonNode awaitVersions(Heard heard, int count) {
        return Awaitility.await()
                .until(
                        () -> json(client.get(heard.plans(), COORDINATOR))
                                .get(0)
                                .get("versions"),
                        versions -> versions.size() == count);
    }

    private static DecisionRecorded decision(Heard heard, UUID escalation) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return DecisionRecorded.newBuilder()
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
                .build();
    }

    @Test
    void aFirstDraftMayTurnToAnotherProgramALaterOneStaysWithIts() {
        // Given
        Heard heard = openEpisode();
        String first = versionPath(heard, draft(heard, "{}"));

        // When
        var turned = client.sendIfMatch(HttpMethod.PUT, first, COORDINATOR, "{\"program\": \"depression\"}", "\"1\"");

        // Then
        turned.expectStatus().isOk();
        var draft = json(turned);
        assertThat(draft.get("content").get("program").asString()).isEqualTo("depression");
        assertThat(draft.get("content").get("measures").findValuesAsString("measure"))
                .contains("PHQ-9");
        var signed = sign(heard, draft);
        var other = client.post(
                heard.plans() + "/" + signed.get("planId").asString() + "/versions",
                COORDINATOR,
                "{\"program\": \"low-back-pain\"}");
        other.expectStatus().isEqualTo(422);
        assertThat(json(other).get("code").asString()).isEqualTo("PROGRAM_STAYS");
    }

    @Test
    void aDraftIsThrownAwayByWhoReadIt() {
        // Given
        Heard heard = openEpisode();
        String first = versionPath(heard, draft(heard, "{}"));

        // When
        var blind = client.delete(first, COORDINATOR, "");
        var seen = client.delete(first, COORDINATOR, "\"1\"");

        // Then
        blind.expectStatus().isEqualTo(428);
        seen.expectStatus().isNoContent();
        assertThat(json(client.get(heard.plans(), COORDINATOR))).isEmpty();
        var signed = signedPlan(heard);
        String plan = heard.plans() + "/" + signed.get("planId").asString();
        client.post(plan + "/versions", COORDINATOR, "{}").expectStatus().isCreated();
        client.delete(plan + "/versions/1", COORDINATOR, "\"2\"").expectStatus().isEqualTo(409);
        client.delete(plan + "/versions/2", COORDINATOR, "\"1\"").expectStatus().isNoContent();
        assertThat(awaitVersions(heard, 1).get(0).get("state").asString()).isEqualTo("IN_FORCE");
        var next = client.post(plan + "/versions", COORDINATOR, "{}");
        assertThat(json(next).get("version").asInt())
                .as("a number is given once")
                .isEqualTo(3);
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
                "{\"activities\": [{\"id\": \"walk\", \"title\": \"\\u0000\", \"timesPerWeek\": 1}]}",
                "{\"unheardOf\": 1}")) {
            client.post(heard.plans(), COORDINATOR, body).expectStatus().is4xxClientError();
        }
    }
}
