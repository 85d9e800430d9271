package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.github.throughline.testkit.security.TestTokens;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who may do what to a plan, each act tried by who may and by who may not. */
class PlanAccessIT extends PlanScene {

    private static final String THERAPIST = TestTokens.bearer("therapist-kim", "therapist");

    /** Something that is done to a plan that has a version in force and a draft. */
    private record Act(HttpMethod method, String path, String body) {}

    private static final Act NEXT = new Act(POST, "/versions", "{}");
    private static final Act CHANGE = new Act(PUT, "/versions/{draft}", "{\"watchWeeks\": 6}");
    private static final Act DISCARD = new Act(DELETE, "/versions/{draft}", "{}");
    private static final Act PAUSE = new Act(POST, "/pause", "{}");
    private static final Act RESUME = new Act(POST, "/resumption", "{}");
    private static final Act SIGN = new Act(POST, "/versions/{draft}/signature", "{}");
    private static final Act REVIEW = new Act(POST, "/review", "{}");
    private static final Act COMPLETE = new Act(POST, "/completion", "{}");
    private static final Act STOP = new Act(POST, "/stop", "{}");

    private static final List<Act> OF_ALL_WHO_TREAT = List.of(NEXT, CHANGE, DISCARD);
    private static final List<Act> OF_COORDINATOR_AND_PHYSICIAN = List.of(PAUSE, RESUME);
    private static final List<Act> OF_THE_PHYSICIAN = List.of(SIGN, REVIEW, COMPLETE, STOP);

    PlanAccessIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void whoMayNotChangesNothing() {
        // Given
        Heard heard = openEpisode();
        String plan = planWithADraft(heard);
        JsonNode before = json(client.get(heard.plans(), COORDINATOR));
        var outsiders = List.of(
                TestTokens.bearer(heard.patientId().toString(), "patient"),
                TestTokens.bearer("pcp-berg", "physician"),
                TestTokens.bearer("pcp-berg", "coordinator"),
                TestTokens.bearer("dr-elsewhere", "physician"),
                TestTokens.bearer("lead-elsewhere", "clinical-lead"),
                TestTokens.bearer("a-service", "service"));
        var therapist = List.of(
                THERAPIST,
                TestTokens.bearer("therapist-kim", "coordinator"),
                TestTokens.bearer("therapist-kim", "physician"));
        var coordinator = List.of(COORDINATOR, TestTokens.bearer("coordinator-a", "physician"));

        // When
        var refused = new SoftAssertions();
        refuses(refused, plan, outsiders, OF_ALL_WHO_TREAT);
        refuses(refused, plan, outsiders, OF_COORDINATOR_AND_PHYSICIAN);
        refuses(refused, plan, outsiders, OF_THE_PHYSICIAN);
        refuses(refused, plan, therapist, OF_COORDINATOR_AND_PHYSICIAN);
        refuses(refused, plan, therapist, OF_THE_PHYSICIAN);
        refuses(refused, plan, coordinator, OF_THE_PHYSICIAN);

        // Then
        refused.assertAll();
        assertThat(json(client.get(heard.plans(), COORDINATOR))).isEqualTo(before);
    }

    @Test
    void whoTreatsDraftsAndThePhysicianDecides() {
        // Given
        Heard heard = openEpisode();
        String plan = planWithADraft(heard);

        // When // Then
        allows(plan, THERAPIST, CHANGE, DISCARD, NEXT);
        allows(plan, COORDINATOR, CHANGE, DISCARD, NEXT);
        allows(plan, PHYSICIAN, CHANGE, DISCARD, NEXT, SIGN, REVIEW, PAUSE, RESUME);
        allows(plan, COORDINATOR, PAUSE, RESUME);
        assertThat(json(client.get(heard.plans(), COORDINATOR)).at("/0/versions"))
                .extracting(version -> version.get("state").asString())
                .containsExactly("SUPERSEDED", "IN_FORCE");
        allows(plan, PHYSICIAN, COMPLETE);
        allows(planWithADraft(heard), PHYSICIAN, STOP);
    }

    @Test
    void aPlanIsNotMovedByWhoHasSeenAnEarlierState() {
        // Given
        Heard heard = openEpisode();
        String plan = planWithADraft(heard);
        String seen = "\"2\"";
        allows(plan, PHYSICIAN, PAUSE);

        // When // Then
        for (Act act : List.of(PAUSE, RESUME, COMPLETE, STOP)) {
            var answer = client.sendIfMatch(act.method(), plan + act.path(), PHYSICIAN, act.body(), seen);
            assertThat(answer.returnResult().getStatus().value()).as(act.path()).isEqualTo(412);
        }
        client.sendIfMatch(POST, plan + "/resumption", PHYSICIAN, "{}", "\"3\"")
                .expectStatus()
                .isOk();
    }

    private String planWithADraft(Heard heard) {
        String plan = heard.plans() + "/"
                + sign(heard, draft(heard, "{}")).get("planId").asString();
        allows(plan, COORDINATOR, NEXT);
        return plan;
    }

    private void refuses(SoftAssertions refused, String plan, List<String> people, List<Act> acts) {
        for (String bearer : people) {
            for (Act act : acts) {
                refused.assertThat(status(plan, bearer, act))
                        .as("%s by %s", act, people.indexOf(bearer))
                        .isIn(403, 404);
            }
        }
    }

    private void allows(String plan, String bearer, Act... acts) {
        for (Act act : acts) {
            assertThat(status(plan, bearer, act)).as(act.toString()).isBetween(200, 204);
        }
    }

    private int status(String plan, String bearer, Act act) {
        String path = plan + act.path().replace("{draft}", String.valueOf(latest(plan)));
        return client.sendIfMatch(act.method(), path, bearer, act.body(), "*")
                .returnResult()
                .getStatus()
                .value();
    }

    /** The number of the plan's latest version: one that was thrown away is not given again. */
    private int latest(String plan) {
        int end = plan.lastIndexOf('/');
        return json(client.get(plan.substring(0, end), COORDINATOR))
                .valueStream()
                .filter(p -> p.get("planId").asString().equals(plan.substring(end + 1)))
                .flatMap(p -> p.get("versions").valueStream())
                .mapToInt(version -> version.get("version").asInt())
                .max()
                .orElseThrow();
    }
}
