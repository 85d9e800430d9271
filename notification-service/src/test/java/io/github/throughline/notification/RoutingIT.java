package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each test has a service of its own: it moves care time, and gives a policy. */
class RoutingIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant RAISED = Facts.START.plus(Duration.ofDays(70));

    private final Surroundings surroundings = new Surroundings();
    private final String backup = "backup-" + UUID.randomUUID();
    private final String lead = "lead-" + UUID.randomUUID();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void introduceStaff() {
        surroundings.intake().knowsCoordinator(backup, backup + "@clinic.example");
        surroundings.intake().knowsCoordinator(lead, lead + "@clinic.example");
    }

    @Test
    void noAcknowledgementWithinTGoesToTheNextStep() throws IOException {
        try (var service = start(policy("4h"))) {
            // Given
            var facts = raised(service.client());

            // When
            service.client().setCareTime(RAISED.plus(HOUR.multipliedBy(4)).minusMillis(1));
            assertThat(told(service, facts)).hasSize(1);
            service.client().setCareTime(RAISED.plus(HOUR.multipliedBy(4)));

            // Then
            service.client().awaitState(facts, backup, "DELIVERED");
            assertThat(surroundings.mailbox().of(backup + "@clinic.example"))
                    .extracting(mail -> Mailbox.header(mail, "Subject"))
                    .containsExactly("Routine: nobody has acknowledged an escalation yet");

            // When
            service.client().setCareTime(RAISED.plus(HOUR.multipliedBy(4 + 24)));

            // Then
            service.client().awaitState(facts, lead, "DELIVERED");
            assertThat(told(service, facts))
                    .extracting(
                            notice -> notice.get("recipient").asString(),
                            notice -> notice.get("kind").asString())
                    .containsExactly(
                            tuple(facts.coordinator(), "RAISED"),
                            tuple(backup, "UNACKNOWLEDGED"),
                            tuple(lead, "UNACKNOWLEDGED"));
        }
    }

    @Test
    void anAcknowledgementEndsTheSteps() throws IOException {
        try (var service = start(policy("4h"))) {
            // Given
            var facts = raised(service.client());

            // When
            service.client().acknowledge(facts);
            service.client().setCareTime(RAISED.plus(HOUR.multipliedBy(40)));

            // Then
            var other = raised(service.client());
            service.client().setCareTime(RAISED.plus(HOUR.multipliedBy(45)));
            service.client().awaitState(other, backup, "DELIVERED");
            assertThat(told(service, facts)).hasSize(1);
        }
    }

    @Test
    void acknowledgedButNotDecidedWithinT2OpensAgain() throws IOException {
        try (var service = start(policy("4h"))) {
            // Given
            var facts = raised(service.client());
            service.client().acknowledge(facts);

            // When
            service.client().setCareTime(RAISED.plus(Duration.ofDays(3)));

            // Then
            service.client()
                    .awaitNotice(
                            facts,
                            facts.coordinator(),
                            n -> n.get("kind").asString().equals("UNDECIDED"));
            assertThat(acknowledgement(service.client(), facts)).isEmpty();

            // When: nobody takes it up
            service.client().setCareTime(RAISED.plus(Duration.ofDays(3)).plus(HOUR.multipliedBy(4)));

            // Then
            service.client().awaitState(facts, backup, "DELIVERED");
        }
    }

    @Test
    void aDecisionEndsTheWait() throws IOException {
        try (var service = start(policy("4h"))) {
            // Given
            var facts = raised(service.client());
            service.client()
                    .post(
                            "/escalations/" + facts.escalationId() + "/decisions",
                            Map.of("kind", "CONTINUE_AND_WATCH", "decidedBy", facts.physician()),
                            UUID.randomUUID().toString(),
                            facts.coordinator(),
                            "coordinator");

            // When
            service.client().setCareTime(RAISED.plus(Duration.ofDays(10)));

            // Then
            assertThat(service.jdbc()
                            .sql("select count(*) from pursuit where escalation_id = ?")
                            .param(facts.escalationId())
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(told(service, facts)).hasSize(1);
        }
    }

    @Test
    void whoIsBroughtInSeesItAndAcknowledges() throws IOException {
        try (var service = start(policy("4h"))) {
            // Given
            var facts = raised(service.client());
            String path = "/escalations/" + facts.escalationId();
            assertThat(service.client().get(path, backup, "coordinator").status())
                    .isEqualTo(404);

            // When
            service.client().setCareTime(RAISED.plus(HOUR.multipliedBy(4)));
            service.client().awaitState(facts, backup, "DELIVERED");

            // Then
            assertThat(service.client().get(path, backup, "coordinator").status())
                    .isEqualTo(200);
            assertThat(service.client()
                            .get("/escalations", backup, "coordinator")
                            .body())
                    .hasSize(1);
            assertThat(service.client()
                            .post(
                                    path + "/acknowledgement",
                                    Map.of(),
                                    UUID.randomUUID().toString(),
                                    backup,
                                    "coordinator")
                            .status())
                    .isEqualTo(200);
            assertThat(acknowledgement(service.client(), facts)).isEqualTo(backup);
        }
    }

    @Test
    void resolvedReachesTheSameRecipients() throws IOException {
        try (var service = start(policy("4h"))) {
            // Given
            var facts = raised(service.client());
            service.client().setCareTime(RAISED.plus(HOUR.multipliedBy(4)));
            service.client().awaitState(facts, backup, "DELIVERED");

            // When
            surroundings.tell(facts.plateau(2, EscalationState.RESOLVED));

            // Then
            service.client()
                    .awaitNotice(facts, backup, n -> n.get("kind").asString().equals("RESOLVED"));
            service.client()
                    .awaitNotice(
                            facts,
                            facts.coordinator(),
                            n -> n.get("kind").asString().equals("RESOLVED"));
            service.client().setCareTime(RAISED.plus(Duration.ofDays(10)));
            assertThat(told(service, facts))
                    .noneMatch(n -> n.get("recipient").asString().equals(lead));
        }
    }

    @Test
    void aRunningEscalationFinishesOnThePolicyVersionThatItBeganWith() throws IOException {
        try (var service = start(Map.of())) {
            // Given
            put(service, document("4h"), "clinical-lead");
            var facts = raised(service.client());

            // When
            put(service, document("10h"), "clinical-lead");
            var later = raised(service.client());
            service.client().setCareTime(RAISED.plus(HOUR.multipliedBy(4)));

            // Then
            service.client().awaitState(facts, backup, "DELIVERED");
            assertThat(told(service, later)).hasSize(1);
            service.client().setCareTime(RAISED.plus(HOUR.multipliedBy(10)));
            service.client().awaitState(later, backup, "DELIVERED");
        }
    }

    @Test
    void restartInTheMiddleOfAWaitKeepsTheTimer() throws IOException {
        // Given
        Map<String, Object> settings = policy("4h");
        Facts facts;
        Map<String, Object> place;
        try (var first = start(settings)) {
            facts = raised(first.client());
            place = new HashMap<>(first.place());
        }

        // When
        place.putAll(settings);
        try (var second = OwnService.start(surroundings, RAISED.plus(HOUR), place)) {
            assertThat(told(second, facts)).hasSize(1);
            second.client().setCareTime(RAISED.plus(HOUR.multipliedBy(4)));

            // Then
            second.client().awaitState(facts, backup, "DELIVERED");
        }
    }

    /** At half past eight in Zurich; the night of the clocks' change is looked at in {@code PolicyReadingTest}. */
    @Test
    void quietHoursHoldAndUrgentAndSafetyPass() {
        Instant evening = Instant.parse("2026-05-11T18:30:00Z");
        try (var service = OwnService.start(surroundings, evening, Map.of())) {
            // Given
            var facts = surroundings.patientWithCoordinator();
            var unsafe = surroundings.patientWithCoordinator();
            put(
                    service,
                    document("4h")
                            + "people: {%s: {quiet: 20:00-07:00}, %s: {quiet: 20:00-07:00}}\n"
                                    .formatted(facts.coordinator(), unsafe.coordinator()),
                    "operator");

            // When
            surroundings.tell(facts.plateau(1, EscalationState.RAISED));
            surroundings.tell(unsafe.safetyAnswer());

            // Then
            service.client().awaitState(facts, facts.coordinator(), "WAITING");
            service.client().awaitState(unsafe, unsafe.coordinator(), "DELIVERED");
            assertThat(surroundings.mailbox().of(facts.coordinatorMail())).isEmpty();

            // When
            service.client().setCareTime(Instant.parse("2026-05-12T05:00:00Z"));

            // Then
            service.client().awaitState(facts, facts.coordinator(), "DELIVERED");
        }
    }

    @Test
    void twoStallsOfOnePatientWithinTheGroupWaitAreOneBundle() {
        try (var service = start(Map.of())) {
            // Given
            put(service, document("4h") + "bundles: {gather: 10m, interval: 6h}", "operator");
            var facts = surroundings.patientWithCoordinator();
            var second = EscalationChanged.newBuilder(facts.plateau(1, EscalationState.RAISED))
                    .setEventId(UUID.randomUUID())
                    .setEscalationId(UUID.randomUUID())
                    .setSubject("PEG")
                    .build();

            // When
            surroundings.tell(facts.plateau(1, EscalationState.RAISED));
            service.client().awaitState(facts, facts.coordinator(), "WAITING");
            service.client().setCareTime(RAISED.plus(Duration.ofMinutes(9)));
            surroundings.tell(second);
            awaitNotices(service, facts, "WAITING", 2);
            service.client().setCareTime(RAISED.plus(Duration.ofMinutes(10)));

            // Then
            awaitNotices(service, facts, "DELIVERED", 2);
            var mails = surroundings.mailbox().of(facts.coordinatorMail());
            assertThat(mails)
                    .extracting(mail -> Mailbox.header(mail, "Subject"))
                    .containsExactly("Routine: 2 escalations of one patient");
            assertThat(Mailbox.text(mails.getFirst()))
                    .contains("/console/escalations/" + facts.escalationId())
                    .contains("/console/escalations/" + second.getEscalationId())
                    .doesNotContain("NPRS", "PEG", "Ada");
        }
    }

    @Test
    void newEvidenceIsOneUpdateAfterTheGroupInterval() {
        try (var service = start(Map.of())) {
            // Given
            put(service, document("4h") + "bundles: {gather: 10m, interval: 6h}", "operator");
            var facts = surroundings.patientWithCoordinator();
            surroundings.tell(facts.plateau(1, EscalationState.RAISED));
            service.client().awaitState(facts, facts.coordinator(), "WAITING");
            Instant told = RAISED.plus(Duration.ofMinutes(10));
            service.client().setCareTime(told);
            awaitNotices(service, facts, "DELIVERED", 1);
            service.client().acknowledge(facts);

            // When
            surroundings.tell(facts.plateau(2, EscalationState.UPDATED));
            surroundings.tell(facts.plateau(3, EscalationState.UPDATED));
            awaitNotices(service, facts, "WAITING", 2);
            service.client().setCareTime(told.plus(Duration.ofHours(6)).minusMillis(1));
            assertThat(surroundings.mailbox().of(facts.coordinatorMail())).hasSize(1);
            service.client().setCareTime(told.plus(Duration.ofHours(6)));

            // Then
            awaitNotices(service, facts, "DELIVERED", 3);
            assertThat(surroundings.mailbox().of(facts.coordinatorMail()))
                    .extracting(mail -> Mailbox.header(mail, "Subject"))
                    .containsExactly("Routine: an escalation was raised", "Routine: an escalation has new evidence");
        }
    }

    private static void awaitNotices(OwnService service, Facts facts, String state, int count) {
        await().until(() -> service.jdbc()
                        .sql(
                                "select count(*) from notice where episode_id = ? and audience = 'COORDINATOR' and state = ?")
                        .params(facts.episodeId(), state)
                        .query(Integer.class)
                        .single()
                == count);
    }

    @Test
    void aMuteWithAuthorReasonAndEndHoldsUntilItsEnd() throws IOException {
        try (var service = start(policy("4h"))) {
            // Given
            var facts = raised(service.client());
            String path = "/escalations/" + facts.escalationId() + "/mutes";
            Instant until = RAISED.plus(Duration.ofDays(2));

            // When
            var mute = service.client()
                    .post(
                            path,
                            Map.of(
                                    "onlyThisKind",
                                    true,
                                    "until",
                                    until.toString(),
                                    "reason",
                                    "on holiday, seen by Dr Roe"),
                            UUID.randomUUID().toString(),
                            facts.coordinator(),
                            "coordinator");
            surroundings.tell(facts.plateau(2, EscalationState.UPDATED));

            // Then
            assertThat(mute.status()).isEqualTo(201);
            var muted = service.client().awaitState(facts, facts.coordinator(), "SUPPRESSED");
            assertThat(muted.get("reason").asString()).isEqualTo("muted");
            var kept = service.client()
                    .get(path, facts.coordinator(), "coordinator")
                    .body()
                    .get(0);
            assertThat(kept.get("person").asString()).isEqualTo(facts.coordinator());
            assertThat(kept.get("reason").asString()).contains("Dr Roe");
            assertThat(kept.get("until").asString()).isEqualTo(until.toString());

            // When
            service.client().setCareTime(until);
            surroundings.tell(facts.plateau(3, EscalationState.UPDATED));

            // Then
            service.client()
                    .awaitNotice(
                            facts,
                            facts.coordinator(),
                            notice -> notice.get("version").asInt() == 3
                                    && notice.get("state").asString().equals("DELIVERED"));
        }
    }

    @Test
    void aMuteWithoutAnEndToComeIsRefused() throws IOException {
        try (var service = start(policy("4h"))) {
            var facts = raised(service.client());
            for (Duration until : List.of(Duration.ZERO, Duration.ofDays(32))) {
                var refused = service.client()
                        .post(
                                "/escalations/" + facts.escalationId() + "/mutes",
                                Map.of("until", RAISED.plus(until).toString(), "reason", "quiet"),
                                UUID.randomUUID().toString(),
                                facts.coordinator(),
                                "coordinator");
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.code()).isEqualTo("MUTE_UNUSABLE");
            }
        }
    }

    @Test
    void aPolicyIsRefusedWithItsFaultsAndOnlyTheClinicMayGiveOne() {
        try (var service = start(Map.of())) {
            var refused = put(service, "timeZone: UTC", "clinical-lead");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("ROUTING_POLICY_UNUSABLE");
            assertThat(refused.body().get("detail").asString()).contains("route is missing");
            assertThat(put(service, document("4h"), "coordinator").status()).isEqualTo(403);
        }
    }

    /** Also the words for whoever tries a policy before it is in force. */
    @Test
    void aDryRunTellsNobody() throws IOException {
        try (var service = start(policy("4h"))) {
            // When
            var preview = service.client()
                    .post(
                            "/routing/dry-run",
                            Map.of(
                                    "rule", "plateau",
                                    "severity", "ROUTINE",
                                    "program", "low-back-pain",
                                    "at", RAISED.toString(),
                                    "coordinator", "carla"),
                            UUID.randomUUID().toString(),
                            "somebody",
                            "clinical-lead")
                    .body();

            // Then
            assertThat(preview.at("/steps/0/people/0").asString()).isEqualTo("carla");
            assertThat(preview.at("/steps/1/people/0").asString()).isEqualTo(backup);
            assertThat(preview.at("/steps/1/at").asString())
                    .isEqualTo(RAISED.plus(HOUR.multipliedBy(4)).toString());
            assertThat(preview.at("/steps/1/why/0").asString()).isEqualTo("on call by the schedule backup");
            assertThat(surroundings.mailbox().addresses()).isEmpty();
        }
    }

    private String document(String after) {
        return """
                timeZone: Europe/Zurich
                schedules:
                  backup: {people: [%s], from: 2026-01-05T08:00}
                route:
                  steps:
                    - tell: [coordinator]
                    - {tell: ["schedule:backup"], after: %s}
                    - {tell: ["person:%s"], after: 24h}
                  undecidedAfter: 3d
                """.formatted(backup, after, lead);
    }

    private Map<String, Object> policy(String after) throws IOException {
        Path file = Files.writeString(folder.resolve("routing.yaml"), document(after));
        return Map.of("throughline.routing.policy", file.toString());
    }

    private static ServiceClient.Answer put(OwnService service, String document, String role) {
        return service.client().put("/routing/policy", Map.of("document", document), "somebody", role);
    }

    /** Those of the clinic. */
    private static List<JsonNode> told(OwnService service, Facts facts) {
        return service.client().notices(facts).stream()
                .filter(notice -> !notice.get("audience").asString().equals("PROVIDER"))
                .toList();
    }

    private Facts raised(ServiceClient client) {
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        client.awaitState(facts, facts.coordinator(), "DELIVERED");
        return facts;
    }

    private static String acknowledgement(ServiceClient client, Facts facts) {
        return client.get("/escalations/" + facts.escalationId(), facts.coordinator(), "coordinator")
                .body()
                .at("/acknowledgement/by")
                .asString("");
    }

    private OwnService start(Map<String, Object> settings) {
        return OwnService.start(surroundings, RAISED, settings);
    }
}
