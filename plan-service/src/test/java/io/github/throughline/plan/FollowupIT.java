package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.plan.CareGap;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.testkit.security.TestTokens;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class FollowupIT extends PlanScene {

    FollowupIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void aStepThatIsDueAndNotDoneIsToldUntilThePatientHasDoneIt() {
        // Given
        Heard heard = openEpisode();
        LocalDate yesterday = LocalDate.now(ZoneId.of("Europe/Zurich")).minusDays(1);
        String plan = plan(heard, """
                {"steps": [{"id": "x-ray", "kind": "TEST", "title": "X-ray", "dueOn": "%s"}]}
                """.formatted(yesterday));
        String patient = TestTokens.bearer(heard.patientId().toString(), "patient");

        // When
        var gap = events(heard, 2).getLast();
        var done = client.post(plan + "/steps/x-ray/completion", patient, "{}");
        client.post(plan + "/steps/x-ray/completion", patient, "{}")
                .expectStatus()
                .isOk();

        // Then
        assertThat(gap.getState()).isEqualTo(PlanVersionState.IN_FORCE);
        assertThat(gap.getVersion()).isEqualTo(2);
        assertThat(gap.getCareGaps()).extracting(CareGap::getSubject).containsExactly("step/x-ray");
        assertThat(json(done).get("careGaps")).isEmpty();
        pause(heard);
        assertThat(events(heard, 4)).extracting(PlanVersionChanged::getVersion).containsExactly(1, 2, 3, 4);
        assertThat(json(client.get(plan + "/history", COORDINATOR))).hasSize(2);
    }

    @Test
    void onlyWhoAnswersForThePatientSaysThatAStepIsDone() {
        // Given
        Heard heard = openEpisode();
        String plan = plan(heard, "{}");

        // Then
        client.post(plan + "/steps/staying-active/completion", TestTokens.bearer("pcp-berg", "pcp"), "{}")
                .expectStatus()
                .isNotFound();
        var unknown = client.post(plan + "/steps/none/completion", COORDINATOR, "{}");
        assertThat(json(unknown).get("code").asString()).isEqualTo("STEP_NOT_FOUND");
    }

    @Test
    void aReviewThatPassesIsToldOnceAndDoneByThePhysician() {
        // Given
        Heard heard = openEpisode();
        String plan = plan(heard, "{}");
        jdbc.sql("""
                update care_plan set due_at = now() - interval '1 hour',
                    followup = jsonb_set(followup, '{reviewAt}', to_jsonb(now() - interval '1 hour'))
                where episode_id = ?
                """).param(heard.episodeId()).update();

        // When
        var due = events(heard, 2).getLast();
        var byCoordinator = client.post(plan + "/review", COORDINATOR, "{}");
        var tooSoon = client.post(plan + "/review", PHYSICIAN, "{\"nextOn\": \"2020-01-01\"}");
        var reviewed = client.post(plan + "/review", PHYSICIAN, "{}");

        // Then
        assertThat(due.getReviewDueSince()).isNotNull();
        byCoordinator.expectStatus().isForbidden();
        assertThat(json(tooSoon).get("code").asString()).isEqualTo("IMPLAUSIBLE_PLAN");
        assertThat(json(reviewed).get("reviewDueSince").isNull()).isTrue();
        assertThat(events(heard, 3).getLast().getReviewDueSince()).isNull();
    }

    private String plan(Heard heard, String body) {
        return heard.plans() + "/"
                + sign(heard, draft(heard, body)).get("planId").asString();
    }
}
