package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.decision.DecisionKind;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.plan.CareGap;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.schemas.providerreply.ProviderReplied;
import io.github.throughline.schemas.providerreply.ReplyKind;
import io.github.throughline.schemas.workitem.WorkItemChanged;
import io.github.throughline.schemas.workitem.WorkItemKind;
import io.github.throughline.schemas.workitem.WorkItemStatus;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class WorkItemsIT extends IntakeScene {

    private static final String COORDINATOR = TestTokens.bearer("coordinator-a", "coordinator");

    WorkItemsIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void aReferralWithoutContactIsWorkUntilTheCoordinatorFoundItOut() {
        // Given
        var referral = referral("");
        String patient = referral.get("patientId").asString();

        // When
        episode(", \"coordinator\": \"coordinator-a\", \"referralId\": \"%s\""
                .formatted(referral.get("referralId").asString()));
        client.sendIfMatch(HttpMethod.PUT, "/patients/" + patient, COORDINATOR, """
                        {"name": "Kim Doe", "birthDate": "1970-01-02", "phone": "+41 44 000 00 00"}
                        """, "\"1\"")
                .expectStatus()
                .isNoContent();

        // Then
        List<WorkItemChanged> events = work(patient, 3);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getKind()).isEqualTo(WorkItemKind.MISSING_INFORMATION);
            assertThat(event.getCauseId())
                    .hasToString(referral.get("referralId").asString());
        });
        assertThat(events)
                .extracting(WorkItemChanged::getOwner)
                .containsExactly(null, "coordinator-a", "coordinator-a");
        assertThat(events.get(0).getEpisodeId()).isNull();
        assertThat(events.get(2).getStatus()).isEqualTo(WorkItemStatus.DONE);
    }

    @Test
    void aDecisionIsWorkOnceHoweverOftenItIsHeard() {
        // Given
        var opened = openEpisode();
        var decision = decision(opened, DecisionKind.ORDER_IMAGING);
        String patient = opened.get("patientId").asString();

        // When
        try (var topics = TopicWriter.open()) {
            topics.send(Topics.DECISION, patient, decision);
            topics.send(Topics.DECISION, patient, decision);
            topics.send(Topics.DECISION, patient, decision(opened, DecisionKind.CONTINUE_AND_WATCH));
            topics.send(Topics.DECISION, patient, decision(opened, DecisionKind.REFER));
        }

        // Then
        List<WorkItemChanged> events = work(patient, 2);
        assertThat(events)
                .extracting(WorkItemChanged::getKind)
                .containsExactly(WorkItemKind.IMAGING_ORDER, WorkItemKind.REFERRAL);
        assertThat(events.getFirst().getCauseId()).isEqualTo(decision.getDecisionId());
        assertThat(events.getFirst().getOwner()).isEqualTo("coordinator-a");
    }

    @Test
    void aProvidersReplyIsWorkThatItsOwnerCompletes() {
        // Given
        var opened = openEpisode();
        String patient = opened.get("patientId").asString();
        try (var topics = TopicWriter.open()) {
            topics.send(Topics.PROVIDER_REPLY, patient, reply(opened));
        }
        String item = work(patient, 1).getFirst().getWorkItemId().toString();

        // When
        client.send(
                        HttpMethod.POST,
                        "/work-items/" + item + "/completion",
                        TestTokens.bearer("coordinator-b", "coordinator"),
                        "{}")
                .expectStatus()
                .isNotFound();
        client.send(
                        HttpMethod.POST,
                        "/work-items/" + item + "/completion",
                        TestTokens.bearer("coordinator-a", "coordinator"),
                        "{}")
                .expectStatus()
                .isOk();

        // Then
        assertThat(work(patient, 2).getLast().getStatus()).isEqualTo(WorkItemStatus.DONE);
        assertThat(open(TestTokens.bearer("coordinator-b", "coordinator"))).doesNotContain(item);
    }

    @Test
    void openWorkGoesToWhoTakesTheEpisodeOverAndEndsWithIt() {
        // Given
        var opened = openEpisode();
        String patient = opened.get("patientId").asString();
        String path = "/episodes/" + opened.get("episodeId").asString();
        String next = TestTokens.bearer("coordinator-b", "coordinator");
        try (var topics = TopicWriter.open()) {
            topics.send(Topics.DECISION, patient, decision(opened, DecisionKind.REFER));
        }
        work(patient, 1);

        // When
        client.send(HttpMethod.PUT, path + "/coordinator", COORDINATOR, "{\"coordinator\": \"coordinator-b\"}")
                .expectStatus()
                .isOk();
        client.send(HttpMethod.POST, path + "/closure", next, "{}")
                .expectStatus()
                .isOk();

        // Then
        assertThat(work(patient, 3))
                .extracting(WorkItemChanged::getOwner, WorkItemChanged::getStatus)
                .containsExactly(
                        tuple("coordinator-a", WorkItemStatus.OPEN),
                        tuple("coordinator-b", WorkItemStatus.OPEN),
                        tuple("coordinator-b", WorkItemStatus.CANCELLED));
    }

    @Test
    void workIsSeenByWhoTreatsAndNotByTheRestOfTheCareTeam() {
        // Given
        var opened = openEpisode();
        String patient = opened.get("patientId").asString();
        try (var topics = TopicWriter.open()) {
            topics.send(Topics.DECISION, patient, decision(opened, DecisionKind.ORDER_IMAGING));
        }
        String item = work(patient, 1).getFirst().getWorkItemId().toString();
        String specialist = TestTokens.bearer("spine-clinic", "coordinator");

        // When // Then
        assertThat(open(specialist)).doesNotContain(item);
        client.send(HttpMethod.POST, "/work-items/" + item + "/completion", specialist, "{}")
                .expectStatus()
                .isNotFound();
        assertThat(open(TestTokens.bearer("dr-osei", "physician"))).contains(item);
    }

    @Test
    void whatIsDueInAPlanIsWorkUntilThePlanSaysSoNoMore() {
        // Given
        var opened = openEpisode();
        String patient = opened.get("patientId").asString();
        var plan = UUID.randomUUID();
        Instant since = now();
        var gap = new CareGap("step/x-ray", since);

        // When
        try (var topics = TopicWriter.open()) {
            topics.send(Topics.PLAN, patient, due(opened, plan, 2, since, List.of()));
            topics.send(Topics.PLAN, patient, due(opened, plan, 3, since, List.of(gap)));
            topics.send(Topics.PLAN, patient, due(opened, plan, 4, null, List.of(gap)));
            topics.send(Topics.PLAN, patient, due(opened, plan, 5, null, List.of()));
        }

        // Then
        assertThat(work(patient, 4))
                .extracting(WorkItemChanged::getKind, WorkItemChanged::getStatus, WorkItemChanged::getOwner)
                .containsExactly(
                        tuple(WorkItemKind.PLAN_REVIEW, WorkItemStatus.OPEN, "coordinator-a"),
                        tuple(WorkItemKind.CARE_GAP, WorkItemStatus.OPEN, "coordinator-a"),
                        tuple(WorkItemKind.PLAN_REVIEW, WorkItemStatus.DONE, "coordinator-a"),
                        tuple(WorkItemKind.CARE_GAP, WorkItemStatus.DONE, "coordinator-a"));
    }

    private static PlanVersionChanged due(
            JsonNode opened, UUID plan, int version, @Nullable Instant reviewDueSince, List<CareGap> gaps) {
        return PlanVersionChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(version)
                .setOccurredAt(now())
                .setRecordedAt(now())
                .setPatientId(UUID.fromString(opened.get("patientId").asString()))
                .setEpisodeId(UUID.fromString(opened.get("episodeId").asString()))
                .setPlanId(plan)
                .setPlanVersion(1)
                .setState(PlanVersionState.IN_FORCE)
                .setContent(ByteBuffer.allocate(0))
                .setSignature("")
                .setContentDigest("")
                .setReviewDueSince(reviewDueSince)
                .setCareGaps(gaps)
                .build();
    }

    private List<String> open(String bearer) {
        return json(client.get("/work-items", bearer)).findValuesAsString("workItemId");
    }

    private static List<WorkItemChanged> work(String patient, int count) {
        try (var topic = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class)) {
            return topic.awaitCount(patient, count);
        }
    }

    private static DecisionRecorded decision(JsonNode opened, DecisionKind kind) {
        return DecisionRecorded.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(1)
                .setOccurredAt(now())
                .setRecordedAt(now())
                .setPatientId(UUID.fromString(opened.get("patientId").asString()))
                .setEpisodeId(UUID.fromString(opened.get("episodeId").asString()))
                .setDecisionId(UUID.randomUUID())
                .setEscalationId(UUID.randomUUID())
                .setKind(kind)
                .setDecidedBy("dr-osei")
                .setRecordedBy("dr-osei")
                .build();
    }

    private static ProviderReplied reply(JsonNode opened) {
        return ProviderReplied.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(1)
                .setOccurredAt(now())
                .setRecordedAt(now())
                .setPatientId(UUID.fromString(opened.get("patientId").asString()))
                .setEpisodeId(UUID.fromString(opened.get("episodeId").asString()))
                .setReplyId(UUID.randomUUID())
                .setNoticeId(UUID.randomUUID())
                .setMember("spine-clinic")
                .setKind(ReplyKind.MESSAGE)
                .build();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
