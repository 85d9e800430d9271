package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.bytes;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.PlanVerifier;
import io.github.throughline.signedplan.SignatureCheck;
import io.github.throughline.testkit.security.TestTokens;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PlanSigningIT extends PlanScene {

    private final TransactionTemplate transaction;

    PlanSigningIT(
            @LocalServerPort int port, @Autowired JdbcClient jdbc, @Autowired PlatformTransactionManager transactions) {
        super(port, jdbc);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void aTermOutsideItsLawfulRangeIsNotSigned() {
        // Given
        Heard heard = openEpisode();
        JsonNode usual = draft(heard, "{}");
        var terms = (ObjectNode) usual.at("/content/measures/0/terms");
        ((ObjectNode) terms.get("plateau")).put("minimumWeeks", 1);
        var asked = client.sendIfMatch(
                HttpMethod.PUT,
                versionPath(heard, usual),
                COORDINATOR,
                "{\"measures\": [{\"measure\": \"NPRS\", \"terms\": %s}]}".formatted(terms),
                "\"1\"");
        asked.expectStatus().isOk();

        // When
        var signature = client.sign(
                versionPath(heard, usual),
                PHYSICIAN,
                json(asked).get("revision").asInt());

        // Then
        signature.expectStatus().isEqualTo(422);
        JsonNode problem = json(signature);
        assertThat(problem.get("code").asString()).isEqualTo("TERM_NOT_LAWFUL");
        assertThat(problem.get("field").asString()).isEqualTo("measures.NPRS.terms.plateau.minimumWeeks");
        assertThat(problem.get("detail").asString()).contains("NPRS allows 4 to 16");
    }

    @Test
    void nothingIsSignedInAnEpisodeThatClosedWhileTheSignatureWaited() throws Exception {
        // Given
        Heard heard = openEpisode();
        String draft = versionPath(heard, draft(heard, "{}"));

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = transaction.execute(status -> {
                jdbc.sql("select id from care_plan where episode_id = :id for update")
                        .param("id", heard.episodeId())
                        .query()
                        .listOfRows();
                var answer = threads.submit(() -> client.sign(draft, PHYSICIAN, 1));
                awaitBlocked(1);
                jdbc.sql("""
                        update episode set open = false, document = document || '{"status": "CLOSED"}' where id = :id
                        """).param("id", heard.episodeId()).update();
                return answer;
            });

            // Then
            var answer = Objects.requireNonNull(waiting).get();
            answer.expectStatus().isEqualTo(409);
            assertThat(json(answer).get("code").asString()).isEqualTo("EPISODE_CLOSED");
        }
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
    void aKeyThatSignedEarlierIsStillThereToCheckBy() throws ParseException {
        // When
        var keys = JWKSet.parse(new String(bytes(client.getOpenly("/.well-known/jwks.json")), StandardCharsets.UTF_8));

        // Then
        assertThat(keys.getKeys()).extracting(JWK::getKeyID).containsExactly("plan-key", "retired-key");
        assertThat(keys.getKeys()).noneMatch(JWK::isPrivate);
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
                        tuple(1, PlanVersionState.IN_FORCE),
                        tuple(1, PlanVersionState.SUPERSEDED),
                        tuple(2, PlanVersionState.IN_FORCE));
        assertThat(events.get(1).getOccurredAt()).isEqualTo(events.get(2).getOccurredAt());
        assertThat(events.get(1).getContent()).isEqualTo(events.get(0).getContent());
        assertThat(PlanJson.read(bytesOf(events.get(2).getContent())).measures())
                .hasSize(1);
    }

    @Test
    void onlyAPhysicianOfTheCareTeamSigns() {
        // Given
        Heard heard = openEpisode();
        String draft = versionPath(heard, draft(heard, "{}"));

        // When // Then
        client.sign(draft, COORDINATOR, 1).expectStatus().isForbidden();
        client.sign(draft, TestTokens.bearer("dr-other", "physician"), 1)
                .expectStatus()
                .isNotFound();
        var pcp = client.sign(draft, TestTokens.bearer("pcp-berg", "physician"), 1);
        pcp.expectStatus().isForbidden();
        assertThat(json(pcp).get("code").asString()).isEqualTo("NOT_PHYSICIAN_OF_CARE_TEAM");
    }

    @Test
    void aRetriedSignatureSignsOnce() {
        // Given
        Heard heard = openEpisode();
        String draft = versionPath(heard, draft(heard, "{}"));
        String key = UUID.randomUUID().toString();

        // When
        byte[] first = bytes(client.sign(draft, PHYSICIAN, 1, key));
        byte[] second = bytes(client.sign(draft, PHYSICIAN, 1, key));

        // Then
        assertThat(second).isEqualTo(first);
        pause(heard);
        assertThat(events(heard, 2)).extracting(PlanVersionChanged::getVersion).containsExactly(1, 2);
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
    void ofTwoSignaturesAtOnceOneCounts() throws Exception {
        // Given
        Heard heard = openEpisode();
        String draft = versionPath(heard, draft(heard, "{}"));

        // When
        List<Integer> answers = atOnce(4, () -> client.sign(draft, PHYSICIAN, 1));

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        pause(heard);
        assertThat(events(heard, 2)).extracting(PlanVersionChanged::getVersion).containsExactly(1, 2);
    }
}
