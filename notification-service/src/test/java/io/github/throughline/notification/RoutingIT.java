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
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A service of their own: each test moves care time on from where it finds it, and gives a policy. */
class RoutingIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Duration APART = Duration.ofDays(100);

    private static final Surroundings SURROUNDINGS = new Surroundings();

    @SuppressWarnings("NullAway.Init") // set before all
    private static OwnService service;

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final Surroundings surroundings = SURROUNDINGS;
    private final Instant now = Facts.START.plus(APART.multipliedBy(TESTS.incrementAndGet()));
    private final String backup = "backup-" + UUID.randomUUID();
    private final String lead = "lead-" + UUID.randomUUID();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() {
        service = OwnService.start(SURROUNDINGS, Facts.START, Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void beginWithAPolicyOfItsOwn() {
        surroundings.intake().knowsCoordinator(backup, backup + "@clinic.example");
        surroundings.intake().knowsCoordinator(lead, lead + "@clinic.example");
        service.client().setCareTime(now);
        put(document("4h"), "clinical-lead");
    }

    @Test
    void noAcknowledgementWithinTGoesToTheNextStep() {
        // Given
        var facts = raised(service.client());

        // When
        service.client().setCareTime(now.plus(HOUR.multipliedBy(4)).minusMillis(1));
        assertThat(told(service, facts)).hasSize(1);
        service.client().setCareTime(now.plus(HOUR.multipliedBy(4)));

        // Then
        service.client().awaitState(facts, backup, "DELIVERED");
        assertThat(surroundings.mailbox().of(backup + "@clinic.example"))
                .extracting(mail -> Mailbox.header(mail, "Subject"))
                .containsExactly("Routine: nobody has acknowledged an escalation yet");

        // When
        service.client().setCareTime(now.plus(HOUR.multipliedBy(4 + 24)));

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

    @Test
    void anAcknowledgementEndsTheSteps() {
        // Given
        var facts = raised(service.client());

        // When
        service.client().acknowledge(facts);
        service.client().setCareTime(now.plus(HOUR.multipliedBy(40)));

        // Then
        var other = raised(service.client());
        service.client().setCareTime(now.plus(HOUR.multipliedBy(45)));
        service.client().awaitState(other, backup, "DELIVERED");
        assertThat(told(service, facts)).hasSize(1);
    }

    @Test
    void acknowledgedButNotDecidedWithinT2OpensAgain() {
        // Given
        var facts = raised(service.client());
        service.client().acknowledge(facts);

        // When
        service.client().setCareTime(now.plus(Duration.ofDays(3)));

        // Then
        service.client()
                .awaitNotice(
                        facts,
                        facts.coordinator(),
                        n -> n.get("kind").asString().equals("UNDECIDED"));
        assertThat(acknowledgement(service.client(), facts)).isEmpty();

        // When: nobody takes it up
        service.client().setCareTime(now.plus(Duration.ofDays(3)).plus(HOUR.multipliedBy(4)));

        // Then
        service.client().awaitState(facts, backup, "DELIVERED");
    }

    @Test
    void onceTheEpisodeIsClosedWhoeverWasItsCoordinatorIsTold() {
        // Given
        var facts = raised(service.client());
        service.client().acknowledge(facts);
        surroundings.tell(facts.closed(2));
        await().until(() -> service.jdbc()
                .sql("select coordinator is null from episode where id = ?")
                .param(facts.episodeId())
                .query(Boolean.class)
                .single());

        // When
        service.client().setCareTime(now.plus(Duration.ofDays(3)));

        // Then
        service.client()
                .awaitNotice(
                        facts,
                        facts.coordinator(),
                        n -> n.get("kind").asString().equals("UNDECIDED"));
    }

    @Test
    void aDecisionEndsTheWait() {
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
        service.client().setCareTime(now.plus(Duration.ofDays(10)));

        // Then
        assertThat(service.jdbc()
                        .sql("select count(*) from pursuit where escalation_id = ?")
                        .param(facts.escalationId())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(told(service, facts)).hasSize(1);
    }

    @Test
    void whoIsBroughtInSeesItAndAcknowledges() {
        // Given
        var facts = raised(service.client());
        String path = "/escalations/" + facts.escalationId();
        assertThat(service.client().get(path, backup, "coordinator").status()).isEqualTo(404);

        // When
        service.client().setCareTime(now.plus(HOUR.multipliedBy(4)));
        service.client().awaitState(facts, backup, "DELIVERED");

        // Then
        assertThat(service.client().get(path, backup, "coordinator").status()).isEqualTo(200);
        assertThat(service.client().get("/escalations", backup, "coordinator").body())
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

    @Test
    void resolvedReachesTheSameRecipients() {
        // Given
        var facts = raised(service.client());
        service.client().setCareTime(now.plus(HOUR.multipliedBy(4)));
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
        service.client().setCareTime(now.plus(Duration.ofDays(10)));
        assertThat(told(service, facts))
                .noneMatch(n -> n.get("recipient").asString().equals(lead));
    }

    @Test
    void aRunningEscalationFinishesOnThePolicyVersionThatItBeganWith() {
        // Given
        put(document("4h"), "clinical-lead");
        var facts = raised(service.client());

        // When
        put(document("10h"), "clinical-lead");
        var later = raised(service.client());
        service.client().setCareTime(now.plus(HOUR.multipliedBy(4)));

        // Then
        service.client().awaitState(facts, backup, "DELIVERED");
        assertThat(told(service, later)).hasSize(1);
        service.client().setCareTime(now.plus(HOUR.multipliedBy(10)));
        service.client().awaitState(later, backup, "DELIVERED");
    }

    @Test
    void whatWasWithdrawnAndIsFoundAgainIsPursuedAgain() {
        // Given
        var facts = raised(service.client());
        service.client().setCareTime(now.plus(HOUR.multipliedBy(4)));
        service.client().awaitState(facts, backup, "DELIVERED");
        surroundings.tell(facts.plateau(2, EscalationState.WITHDRAWN));
        service.client()
                .awaitNotice(facts, backup, n -> n.get("kind").asString().equals("WITHDRAWN"));

        // When
        surroundings.tell(facts.plateau(3, EscalationState.RAISED));
        service.client()
                .awaitNotice(facts, facts.coordinator(), n -> n.get("version").asInt() == 3);
        service.client().setCareTime(now.plus(HOUR.multipliedBy(8)));

        // Then
        service.client()
                .awaitNotice(
                        facts,
                        backup,
                        n -> n.get("version").asInt() == 3
                                && n.get("kind").asString().equals("UNACKNOWLEDGED"));
    }

    @Test
    void restartInTheMiddleOfAWaitKeepsTheTimer() throws IOException {
        // Given
        Map<String, Object> settings = policy("4h");
        Facts facts;
        Map<String, Object> place;
        try (var first = OwnService.start(surroundings, now, settings)) {
            facts = raised(first.client());
            place = new HashMap<>(first.place());
        }

        // When
        place.putAll(settings);
        try (var second = OwnService.start(surroundings, now.plus(HOUR), place)) {
            assertThat(told(second, facts)).hasSize(1);
            second.client().setCareTime(now.plus(HOUR.multipliedBy(4)));

            // Then
            second.client().awaitState(facts, backup, "DELIVERED");
        }
    }

    /** At half past eight in Zurich; the night of the clocks' change is looked at in {@code PolicyReadingTest}. */
    @Test
    void quietHoursHoldAndUrgentAndSafetyPass() {
        ZonedDateTime evening = now.atZone(ZURICH).plusDays(1).with(LocalTime.of(20, 30));
        service.client().setCareTime(evening.toInstant());
        // Given
        var facts = surroundings.patientWithCoordinator();
        var unsafe = surroundings.patientWithCoordinator();
        put(
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
        service.client()
                .setCareTime(evening.plusDays(1).with(LocalTime.of(7, 0)).toInstant());

        // Then
        service.client().awaitState(facts, facts.coordinator(), "DELIVERED");
    }

    @Test
    void twoStallsOfOnePatientWithinTheGroupWaitAreOneBundle() {
        // Given
        put(document("4h") + "bundles: {gather: 10m, interval: 6h}", "operator");
        var facts = surroundings.patientWithCoordinator();
        var second = EscalationChanged.newBuilder(facts.plateau(1, EscalationState.RAISED))
                .setEventId(UUID.randomUUID())
                .setEscalationId(UUID.randomUUID())
                .setSubject("PEG")
                .build();

        // When
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        service.client().awaitState(facts, facts.coordinator(), "WAITING");
        service.client().setCareTime(now.plus(Duration.ofMinutes(9)));
        surroundings.tell(second);
        awaitNotices(service, facts, "WAITING", 2);
        service.client().setCareTime(now.plus(Duration.ofMinutes(10)));

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

    @Test
    void newEvidenceIsOneUpdateAfterTheGroupInterval() {
        // Given
        put(document("4h") + "bundles: {gather: 10m, interval: 6h}", "operator");
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        service.client().awaitState(facts, facts.coordinator(), "WAITING");
        Instant told = now.plus(Duration.ofMinutes(10));
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

    @Test
    void whatHasEndedBeforeItWasToldIsToldAsEnded() {
        // Given
        put(document("4h") + "bundles: {gather: 10m, interval: 6h}", "operator");
        var facts = surroundings.patientWithCoordinator();

        // When
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        surroundings.tell(facts.plateau(2, EscalationState.RESOLVED));
        awaitNotices(service, facts, "WAITING", 2);
        service.client().setCareTime(now.plus(Duration.ofMinutes(10)));

        // Then
        awaitNotices(service, facts, "DELIVERED", 2);
        var mail = surroundings.mailbox().of(facts.coordinatorMail()).getFirst();
        assertThat(Mailbox.header(mail, "Subject")).isEqualTo("Routine: an escalation was resolved");
        assertThat(Mailbox.text(mail))
                .contains("An escalation was resolved.", "See how it ended")
                .doesNotContain("Acknowledge");
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
    void aMuteWithAuthorReasonAndEndHoldsUntilItsEnd() {
        // Given
        var facts = raised(service.client());
        String path = "/escalations/" + facts.escalationId() + "/mutes";
        Instant until = now.plus(Duration.ofDays(2));

        // When
        var mute = service.client()
                .post(
                        path,
                        Map.of("onlyThisKind", true, "until", until.toString(), "reason", "on holiday, seen by Dr Roe"),
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

    @Test
    void aMuteWithoutAnEndToComeIsRefused() {
        var facts = raised(service.client());
        for (Duration until : List.of(Duration.ZERO, Duration.ofDays(32))) {
            var refused = service.client()
                    .post(
                            "/escalations/" + facts.escalationId() + "/mutes",
                            Map.of("until", now.plus(until).toString(), "reason", "quiet"),
                            UUID.randomUUID().toString(),
                            facts.coordinator(),
                            "coordinator");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("MUTE_UNUSABLE");
        }
    }

    @Test
    void aPolicyIsRefusedWithItsFaultsAndOnlyTheClinicMayGiveOne() {
        var refused = put("timeZone: UTC", "clinical-lead");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ROUTING_POLICY_UNUSABLE");
        assertThat(refused.body().get("detail").asString()).contains("route is missing");
        assertThat(put(document("4h"), "coordinator").status()).isEqualTo(403);
    }

    /** Also the words for whoever tries a policy before it is in force. */
    @Test
    void aDryRunTellsNobody() {
        // When
        var preview = service.client()
                .post(
                        "/routing/dry-run",
                        Map.of(
                                "rule", "plateau",
                                "severity", "ROUTINE",
                                "program", "low-back-pain",
                                "at", now.toString(),
                                "coordinator", "carla"),
                        UUID.randomUUID().toString(),
                        "somebody",
                        "clinical-lead")
                .body();

        // Then
        assertThat(preview.at("/steps/0/people/0").asString()).isEqualTo("carla");
        assertThat(preview.at("/steps/1/people/0").asString()).isEqualTo(backup);
        assertThat(preview.at("/steps/1/at").asString())
                .isEqualTo(now.plus(HOUR.multipliedBy(4)).toString());
        assertThat(preview.at("/steps/1/why/0").asString()).isEqualTo("on call by the schedule backup");
        assertThat(surroundings.mailbox().of(backup + "@clinic.example")).isEmpty();
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

    private static ServiceClient.Answer put(String document, String role) {
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
}
