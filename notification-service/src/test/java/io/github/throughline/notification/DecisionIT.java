package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.decision.DecisionKind;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.testkit.records.TopicProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@InSurroundings
class DecisionIT {

    /** Tables that hold something of an episode. */
    private static final List<String> KEPT = List.of(
            "escalation",
            "escalation_version",
            "untold_version",
            "notice",
            "decision",
            "reading",
            "verdict",
            "checkin",
            "plan_version");

    private final Surroundings surroundings = Surroundings.shared();
    private final JdbcClient jdbc;
    private final ServiceClient service;

    DecisionIT(@LocalServerPort int port, @LocalManagementPort int managementPort, @Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.service = new ServiceClient(port, managementPort);
    }

    @Test
    void aClinicianDecidesOnceHoweverOftenTheRequestIsSent() {
        // Given
        var facts = raised();
        var decision = Map.<String, Object>of("kind", "BRING_PHYSICIAN_BACK", "note", "Call on Monday");

        // When
        var first = decide(facts, decision, "one-key", facts.physician(), "physician");
        var again = decide(facts, decision, "one-key", facts.physician(), "physician");
        var another = decide(facts, decision, "another-key", facts.physician(), "physician");

        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.code()).isEqualTo("ALREADY_DECIDED");
        try (var probe = TopicProbe.of(Topics.DECISION, DecisionRecorded.class)) {
            var recorded = probe.awaitCount(facts.patientId().toString(), 1);
            assertThat(recorded).singleElement().satisfies(event -> {
                assertThat(event.getKind()).isEqualTo(DecisionKind.BRING_PHYSICIAN_BACK);
                assertThat(event.getDecidedBy()).isEqualTo(facts.physician());
                assertThat(event.getEscalationId()).isEqualTo(facts.escalationId());
                assertThat(event.toString()).doesNotContain("Monday");
            });
        }
    }

    @Test
    void aCoordinatorNamesTheClinician() {
        // Given
        var facts = raised();

        // When
        var unnamed = decide(facts, Map.of("kind", "REFER"), "unnamed", facts.coordinator(), "coordinator");
        var stranger = decide(
                facts,
                Map.of("kind", "REFER", "decidedBy", "dr-nobody"),
                "stranger",
                facts.coordinator(),
                "coordinator");
        var named = decide(
                facts,
                Map.of("kind", "REFER", "decidedBy", facts.physician()),
                "named",
                facts.coordinator(),
                "coordinator");

        // Then
        assertThat(unnamed.code()).isEqualTo("CLINICIAN_NOT_NAMED");
        assertThat(stranger.code()).isEqualTo("NOT_A_CLINICIAN");
        assertThat(named.status()).isEqualTo(201);
        assertThat(named.body().get("recordedBy").asString()).isEqualTo(facts.coordinator());
        var held = service.get("/escalations/" + facts.escalationId(), facts.physician(), "physician");
        assertThat(held.body().at("/acknowledgement/by").asString()).isEqualTo(facts.coordinator());
    }

    @Test
    void whatHasEndedTakesNoAnswer() {
        // Given
        var facts = raised();
        surroundings.tell(facts.plateau(2, EscalationState.RESOLVED));
        service.awaitNotice(
                facts, facts.coordinator(), n -> n.get("kind").asString().equals("RESOLVED"));

        // When
        var decided = decide(facts, Map.of("kind", "REFER"), "late", facts.physician(), "physician");
        var held = service.acknowledge(facts);

        // Then
        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.code()).isEqualTo("ESCALATION_ENDED");
        assertThat(held.code()).isEqualTo("ESCALATION_ENDED");
    }

    @Test
    void whatWasWithdrawnAndIsFoundAgainLaterTakesOneMoreDecision() {
        // Given
        var facts = raised();
        var path = "/escalations/" + facts.escalationId();
        var refer = Map.<String, Object>of("kind", "REFER");
        assertThat(decide(facts, refer, "first", facts.physician(), "physician").status())
                .isEqualTo(201);
        surroundings.tell(facts.plateau(2, EscalationState.WITHDRAWN));
        var foundAgain = foundAgain(facts, 3);
        surroundings.tell(foundAgain);
        service.awaitNotice(facts, facts.coordinator(), n -> n.get("version").asInt() == 3);
        var before = service.get(path, facts.physician(), "physician");

        // When
        var answers = Stream.of("second", "third")
                .parallel()
                .map(key -> decide(facts, refer, key, facts.physician(), "physician"))
                .toList();

        // Then
        assertThat(before.body().path("decision").isNull()).isTrue();
        assertThat(answers).extracting(ServiceClient.Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(service.get(path, facts.physician(), "physician")
                        .body()
                        .at("/decision/id")
                        .asString())
                .isNotEmpty();
        try (var probe = TopicProbe.of(Topics.DECISION, DecisionRecorded.class)) {
            assertThat(probe.awaitCount(facts.patientId().toString(), 2))
                    .extracting(DecisionRecorded::getOccurredAt)
                    .containsExactly(facts.plateau(1, EscalationState.RAISED).getRaisedAt(), foundAgain.getRaisedAt());
        }
    }

    @Test
    void nobodyFromOutsideTheCareTeamDecides() {
        // Given
        var facts = raised();

        // When
        var unrelated = decide(facts, Map.of("kind", "REFER"), "unrelated", "dr-else", "physician");
        var patient = decide(
                facts, Map.of("kind", "REFER"), "patient", facts.patientId().toString(), "patient");

        // Then
        assertThat(unrelated.code()).isEqualTo("ESCALATION_NOT_FOUND");
        assertThat(patient.code()).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void erasureLeavesNothingBehindAndNothingComesBack() {
        // Given
        var facts = raised();
        var path = "/escalations/" + facts.escalationId();

        decide(facts, Map.of("kind", "REFER"), "erased", facts.physician(), "physician");
        var reading = facts.reading("NPRS", 5);
        surroundings.topics().send(Topics.OUTCOME, facts.patientId().toString(), reading);
        await().until(() -> rows(facts, "reading") == 1);

        // When
        surroundings.tell(facts.erased(2));
        await().until(() -> service.get(path, "sandbox", "service").status() == 404);
        surroundings.tell(facts.plateau(2, EscalationState.UPDATED));
        surroundings.topics().send(Topics.OUTCOME, facts.patientId().toString(), reading);
        // What comes behind them under the same key: once it is there, they were taken in.
        var later = facts.anotherEpisode();
        surroundings.introduce(later);
        surroundings.tell(later.plateau(1, EscalationState.RAISED));
        surroundings.topics().send(Topics.OUTCOME, later.patientId().toString(), later.reading("NPRS", 5));
        service.awaitState(later, later.coordinator(), "DELIVERED");
        await().until(() -> rows(later, "reading") == 1);

        // Then
        assertThat(KEPT).allMatch(table -> rows(facts, table) == 0);
    }

    private int rows(Facts facts, String table) {
        return jdbc.sql("select count(*) from " + table + " where episode_id = :id")
                .param("id", facts.episodeId())
                .query(Integer.class)
                .single();
    }

    private Facts raised() {
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        service.awaitState(facts, facts.coordinator(), "DELIVERED");
        return facts;
    }

    /** By a later fact than the first time, under the same id. */
    private static EscalationChanged foundAgain(Facts facts, int version) {
        var first = facts.plateau(version, EscalationState.RAISED);
        return EscalationChanged.newBuilder(first)
                .setRaisedAt(first.getRaisedAt().plus(Duration.ofDays(7)))
                .build();
    }

    private ServiceClient.Answer decide(
            Facts facts, Map<String, Object> body, String key, String subject, String role) {
        var path = "/escalations/" + facts.escalationId() + "/decisions";
        return service.post(path, body, key + "-" + facts.escalationId(), subject, role);
    }
}
