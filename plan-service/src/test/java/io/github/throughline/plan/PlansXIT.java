package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.bytes;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.decision.DecisionKind;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.PlanVerifier;
import io.github.throughline.signedplan.SignatureCheck;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.security.TestTokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
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

class PlansXIT extends PlanScene {

    PlansXIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void theSignedBytesAreServedAndPublishedAsTheyWereSigned() throws ParseException {
        // Given
        Heard heard = openEpisode();

        // When
        var signed = signedPlan(heard);

        // Then
        var event = events(heard, 1).getFirst();
        byte[] published = bytesOf(event.getContent());
        assertThat(event.getState()).isEqualTo(PlanVersionState.IN_FORCE);
        assertThat(event.getVersion()).isEqualTo(1);
        assertThat(event.getContentDigest()).isEqualTo(ContentDigest.of(published));
        assertThat(bytes(client.get(versionPath(heard, signed) + "/content", COORDINATOR)))
                .isEqualTo(published);
        String served = new String(bytes(client.get(versionPath(heard, signed), COORDINATOR)), StandardCharsets.UTF_8);
        assertThat(served).contains(new String(published, StandardCharsets.UTF_8));
        var keys = JWKSet.parse(new String(bytes(client.getOpenly("/.well-known/jwks.json")), StandardCharsets.UTF_8));
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        assertThat(new PlanVerifier(keys).check(published, event.getSignature()))
                .isEqualTo(new SignatureCheck.Valid("plan-key"));
        var content = PlanJson.read(published);
        assertThat(content.signedBy()).isEqualTo("dr-osei");
        assertThat(content.measures()).hasSize(3);
        assertThat(content.goals()).hasSize(3);
    }

    @Test
    void theNextVersionSupersedesTheOneInForceAtOnce() {
        // Given
        Heard heard = openEpisode();
        var first = signedPlan(heard);
        var draft = json(client.post(
                heard.plans() + "/" + first.get("planId").asString() + "/versions",
                COORDINATOR,
                "{\"measures\": [{\"measure\": \"NPRS\", \"everyWeeks\": 2}]}"));

        // When
        sign(heard, draft);

        // Then
        var events = events(heard, 3);
        assertThat(events)
                .extracting(PlanVersionChanged::getPlanVersion, PlanVersionChanged::getState)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, PlanVersionState.IN_FORCE),
                        org.assertj.core.groups.Tuple.tuple(1, PlanVersionState.SUPERSEDED),
                        org.assertj.core.groups.Tuple.tuple(2, PlanVersionState.IN_FORCE));
        assertThat(events.get(1).getOccurredAt()).isEqualTo(events.get(2).getOccurredAt());
        assertThat(events.get(1).getContent()).isEqualTo(events.get(0).getContent());
        assertThat(PlanJson.read(bytesOf(events.get(2).getContent())).measures())
                .hasSize(1);
    }

    @Test
    void onlyAPhysicianOfTheCareTeamSigns() {
        // Given
        Heard heard = openEpisode();
        String signature = versionPath(heard, draft(heard, "{}")) + "/signature";

        // When // Then
        client.post(signature, COORDINATOR, "{}").expectStatus().isForbidden();
        client.post(signature, TestTokens.bearer("dr-other", "physician"), "{}")
                .expectStatus()
                .isNotFound();
        var pcp = client.post(signature, TestTokens.bearer("pcp-berg", "physician"), "{}");
        pcp.expectStatus().isForbidden();
        assertThat(json(pcp).get("code").asString()).isEqualTo("NOT_PHYSICIAN_OF_CARE_TEAM");
    }

    @Test
    void aRetriedSignatureSignsOnce() {
        // Given
        Heard heard = openEpisode();
        String signature = versionPath(heard, draft(heard, "{}")) + "/signature";
        String key = UUID.randomUUID().toString();

        // When
        byte[] first = bytes(client.post(signature, PHYSICIAN, "{}", key));
        byte[] second = bytes(client.post(signature, PHYSICIAN, "{}", key));

        // Then
        assertThat(second).isEqualTo(first);
        sign2(heard);
        assertThat(events(heard, 2)).extracting(PlanVersionChanged::getVersion).containsExactly(1, 2);
    }

    /** Something after the signature, so that a second event of it would have been seen. */
    private void sign2(Heard heard) {
        var plan = json(client.get(heard.plans(), COORDINATOR))
                .get(0)
                .get("planId")
                .asString();
        client.post(heard.plans() + "/" + plan + "/pause", COORDINATOR, "{}")
                .expectStatus()
                .isOk();
    }

    @Test
    void aDraftIsChangedOnTheRevisionThatWasRead() {
        // Given
        Heard heard = openEpisode();
        String path = versionPath(heard, draft(heard, "{}"));
        String change = "{\"goals\": [{\"measure\": \"NPRS\", \"target\": 2}], \"watchWeeks\": 6}";

        // When
        var changed = client.sendIfMatch(HttpMethod.PUT, path, COORDINATOR, change, "\"1\"");
        var late = client.sendIfMatch(HttpMethod.PUT, path, PHYSICIAN, change, "\"1\"");
        var blind = client.put(path, PHYSICIAN, change);
        var unseen = client.sendIfMatch(HttpMethod.POST, path + "/signature", PHYSICIAN, "{}", "\"1\"");

        // Then
        changed.expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        assertThat(json(changed).get("content").get("watchWeeks").asInt()).isEqualTo(6);
        late.expectStatus().isEqualTo(412);
        blind.expectStatus().isEqualTo(428);
        unseen.expectStatus().isEqualTo(412);
    }

    @Test
    void aSignedVersionIsNotChangedByAnybody() {
        // Given
        Heard heard = openEpisode();
        var signed = signedPlan(heard);

        // When
        var change = client.sendIfMatch(HttpMethod.PUT, versionPath(heard, signed), PHYSICIAN, "{}", "*");

        // Then
        change.expectStatus().isEqualTo(409);
        assertThat(json(change).get("code").asString()).isEqualTo("PLAN_ALREADY_SIGNED");
        assertThatThrownBy(() -> jdbc.sql("update plan_version set content = '\\x00' where plan_id = :id::uuid")
                        .param("id", signed.get("planId").asString())
                        .update())
                .hasMessageContaining("can not be altered");
    }

    @Test
    void thePlanEndsWithItsEpisode() {
        // Given
        Heard heard = openEpisode();
        var signed = signedPlan(heard);

        // When
        tell(heard, EpisodeStatus.CLOSED, 2);

        // Then
        assertThat(events(heard, 2).getLast().getState()).isEqualTo(PlanVersionState.STOPPED);
        var next = client.post(heard.plans() + "/" + signed.get("planId").asString() + "/versions", PHYSICIAN, "{}");
        next.expectStatus().isEqualTo(409);
        assertThat(json(next).get("code").asString()).isEqualTo("EPISODE_CLOSED");
    }

    @Test
    void anErasedPatientHasNoPlan() {
        // Given
        Heard heard = openEpisode();
        signedPlan(heard);

        // When
        tell(heard, EpisodeStatus.ERASED, 2);

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from care_plan where episode_id = :id")
                        .param("id", heard.episodeId())
                        .query(Integer.class)
                        .single()
                        .equals(0));
        client.get(heard.plans(), COORDINATOR).expectStatus().isNotFound();
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
    void whoIsNotTreatingReadsThePlanOnlyByConsent() {
        // Given
        Heard heard = openEpisode();
        String path = versionPath(heard, signedPlan(heard));

        // When // Then
        client.get(path, TestTokens.bearer(heard.patientId().toString(), "patient"))
                .expectStatus()
                .isOk();
        var pcp = client.get(path, TestTokens.bearer("pcp-berg", "physician"));
        pcp.expectStatus().isForbidden();
        assertThat(json(pcp).get("code").asString()).isEqualTo("CONSENT_MISSING");
        client.get(path, TestTokens.bearer("coordinator-b", "coordinator"))
                .expectStatus()
                .isNotFound();
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

    private static List<PlanVersionChanged> events(Heard heard, int count) {
        try (var topic = TopicProbe.of(Topics.PLAN, PlanVersionChanged.class)) {
            return topic.awaitCount(heard.patientId().toString(), count);
        }
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
