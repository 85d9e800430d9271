package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.plan.careplan.EpisodeId;
import io.github.throughline.plan.careplan.PlanDrafting;
import io.github.throughline.plan.careplan.PlanRequest;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PlanCourseIT extends PlanScene {

    private static final PlanRequest NOTHING_ASKED =
            new PlanRequest(null, null, null, null, null, null, null, null, null);

    private final PlanDrafting drafting;
    private final Episodes episodes;
    private final TransactionTemplate transaction;

    PlanCourseIT(
            @LocalServerPort int port,
            @Autowired JdbcClient jdbc,
            @Autowired PlanDrafting drafting,
            @Autowired Episodes episodes,
            @Autowired PlatformTransactionManager transactions) {
        super(port, jdbc);
        this.drafting = drafting;
        this.episodes = episodes;
        this.transaction = new TransactionTemplate(transactions);
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
    void aClosureThatWasDatedBackEndsThePlanWhenItBegan() {
        // Given
        Heard heard = openEpisode();
        signedPlan(heard);

        // When
        tell(heard, EpisodeStatus.CLOSED, 2, Instant.now().minus(Duration.ofDays(1)));

        // Then
        var events = events(heard, 2);
        assertThat(events.getLast().getState()).isEqualTo(PlanVersionState.STOPPED);
        assertThat(events.getLast().getOccurredAt()).isEqualTo(events.getFirst().getOccurredAt());
    }

    @Test
    void anErasedPatientHasNoPlan() {
        // Given
        Heard heard = openEpisode();
        signedPlan(heard);

        // When
        tell(heard, EpisodeStatus.ERASED, 2);

        // Then
        Awaitility.await().until(() -> plansOf(heard) == 0);
        client.get(heard.plans(), COORDINATOR).expectStatus().isNotFound();
    }

    @Test
    void aDraftThatWasUnderWayDoesNotBringAnErasedEpisodeBack() throws Exception {
        // Given
        Heard heard = openEpisode();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = transaction.execute(status -> {
                episodes.isErased(heard.episodeId());
                tell(heard, EpisodeStatus.ERASED, 2);
                awaitBlocked(1);
                var answer = threads.submit(() -> client.post(heard.plans(), COORDINATOR, "{}"));
                awaitBlocked(2);
                return answer;
            });

            // Then
            Objects.requireNonNull(waiting).get().expectStatus().isNotFound();
        }
        assertThat(plansOf(heard)).isZero();
    }

    @Test
    void anErasureWaitsForTheDraftThatIsUnderWayAndTakesItAlong() {
        // Given
        Heard heard = openEpisode();

        // When
        transaction.executeWithoutResult(status -> {
            drafting.draft(
                    new EpisodeId(heard.episodeId()),
                    new Caller("coordinator-a", Set.of(Role.COORDINATOR)),
                    NOTHING_ASKED);
            tell(heard, EpisodeStatus.ERASED, 2);
            awaitBlocked(1);
            assertThat(plansOf(heard)).isEqualTo(1);
        });

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> plansOf(heard) == 0);
    }

    private int plansOf(Heard heard) {
        return jdbc.sql("select count(*) from care_plan where episode_id = :id")
                .param("id", heard.episodeId())
                .query(Integer.class)
                .single();
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
    void aPausedPlanGoesOnAndIsCompletedByItsPhysician() {
        // Given
        Heard heard = openEpisode();
        String plan = heard.plans() + "/" + signedPlan(heard).get("planId").asString();

        // When
        client.post(plan + "/pause", COORDINATOR, "{}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"");
        client.post(plan + "/resumption", COORDINATOR, "{}").expectStatus().isOk();
        client.post(plan + "/completion", COORDINATOR, "{}").expectStatus().isForbidden();
        client.post(plan + "/completion", PHYSICIAN, "{}").expectStatus().isOk();

        // Then
        assertThat(events(heard, 4))
                .extracting(PlanVersionChanged::getState)
                .containsExactly(
                        PlanVersionState.IN_FORCE,
                        PlanVersionState.PAUSED,
                        PlanVersionState.IN_FORCE,
                        PlanVersionState.COMPLETED);
        var again = client.post(plan + "/stop", PHYSICIAN, "{}");
        again.expectStatus().isEqualTo(409);
        assertThat(json(again).get("code").asString()).isEqualTo("PLAN_ENDED");
        draft(heard, "{}");
    }

    @Test
    void aPlanThatTakesEffectInAMomentCanBeStoppedBefore() {
        // Given
        Heard heard = openEpisode();
        var draft = draft(heard, "{}");
        Instant ahead = Instant.now().plus(Duration.ofMinutes(4));
        client.sendIfMatch(
                        HttpMethod.POST,
                        versionPath(heard, draft) + "/signature",
                        PHYSICIAN,
                        "{\"effectiveFrom\": \"%s\"}".formatted(ahead),
                        "\"1\"")
                .expectStatus()
                .isOk();
        String stop = heard.plans() + "/" + draft.get("planId").asString() + "/stop";

        // When
        var early = client.post(stop, PHYSICIAN, "{\"occurredAt\": \"%s\"}".formatted(Instant.now()));
        var stopped = client.post(stop, PHYSICIAN, "{}");

        // Then
        early.expectStatus().isEqualTo(422);
        assertThat(json(early).get("code").asString()).isEqualTo("TIME_TOO_EARLY");
        stopped.expectStatus().isOk();
        assertThat(events(heard, 2).getLast().getOccurredAt()).isEqualTo(ahead.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void nothingHappensToAPlanInTheFuture() {
        // Given
        Heard heard = openEpisode();
        String plan = heard.plans() + "/" + signedPlan(heard).get("planId").asString();

        // When
        var ahead = client.post(plan + "/stop", PHYSICIAN, "{\"occurredAt\": \"2999-01-01T00:00:00Z\"}");

        // Then
        ahead.expectStatus().isEqualTo(422);
        assertThat(json(ahead).get("code").asString()).isEqualTo("TIME_AHEAD");
    }
}
