package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.throughline.testkit.security.TestTokens;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class PlanHistoryIT extends PlanScene {

    private static final String TARGET_FOUR = "{\"goals\": [{\"measure\": \"NPRS\", \"target\": 4}]}";

    PlanHistoryIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void aPlanIsReadAsItStoodAtAnyTime() {
        // Given
        Heard heard = openEpisode();
        JsonNode first = signedPlan(heard);
        pause(heard);
        JsonNode second = sign(heard, nextDraft(heard, first, TARGET_FOUR));

        // When
        JsonNode movements = json(client.get(planPath(heard, first) + "/history", COORDINATOR));

        // Then
        assertThat(movements)
                .extracting(m -> m.get("version").asInt(), m -> m.get("state").asString())
                .containsExactly(
                        tuple(1, "IN_FORCE"), tuple(1, "PAUSED"), tuple(1, "SUPERSEDED"), tuple(2, "IN_FORCE"));
        JsonNode paused = inForce(heard, first, movements.get(1).get("since").asString());
        assertThat(paused.get("version").asInt()).isEqualTo(1);
        assertThat(paused.get("state").asString()).isEqualTo("PAUSED");
        assertThat(paused.get("contentDigest")).isEqualTo(first.get("contentDigest"));
        JsonNode now = json(client.get(planPath(heard, first) + "/in-force", COORDINATOR));
        assertThat(now.get("contentDigest")).isEqualTo(second.get("contentDigest"));
    }

    @Test
    void beforeTheFirstSignatureNothingWasInForce() {
        // Given
        Heard heard = openEpisode();
        JsonNode plan = signedPlan(heard);

        // When
        var answer = client.get(
                planPath(heard, plan) + "/in-force?at=" + Instant.parse("2020-01-01T00:00:00Z"), COORDINATOR);

        // Then
        answer.expectStatus().isNotFound();
        assertThat(json(answer).get("code").asString()).isEqualTo("PLAN_NOT_IN_FORCE");
    }

    @Test
    void whatADraftWouldChangeIsReadBeforeItIsSigned() {
        // Given
        Heard heard = openEpisode();
        JsonNode first = signedPlan(heard);
        JsonNode next = nextDraft(heard, first, TARGET_FOUR);

        // When
        JsonNode changes = json(client.get(versionPath(heard, next) + "/changes", COORDINATOR));

        // Then
        assertThat(changes.get("changes"))
                .extracting(c -> c.get("text").asString())
                .contains("NPRS target 3 to 4");
        assertThat(changes.get("summary").asString()).contains("NPRS target 3 to 4");
        JsonNode sameVersion = json(client.get(versionPath(heard, next) + "/changes?since=2", COORDINATOR));
        assertThat(sameVersion.get("changes")).isEmpty();
        assertThat(sameVersion.get("summary").asString()).isEmpty();
    }

    @Test
    void whoMayNotReadThePlanReadsNoHistory() {
        // Given
        Heard heard = openEpisode();
        JsonNode plan = signedPlan(heard);
        String stranger = TestTokens.bearer("dr-nobody", "physician");

        // When // Then
        for (String path : new String[] {"/history", "/in-force", "/versions/1/changes"}) {
            client.get(planPath(heard, plan) + path, stranger).expectStatus().isNotFound();
        }
    }

    private JsonNode nextDraft(Heard heard, JsonNode plan, String body) {
        var answer = client.post(planPath(heard, plan) + "/versions", COORDINATOR, body);
        answer.expectStatus().isCreated();
        return json(answer);
    }

    private JsonNode inForce(Heard heard, JsonNode plan, String at) {
        return json(client.get(planPath(heard, plan) + "/in-force?at=" + at, COORDINATOR));
    }

    private static String planPath(Heard heard, JsonNode plan) {
        return heard.plans() + "/" + plan.get("planId").asString();
    }
}
