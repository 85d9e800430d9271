package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.intake;
import static io.github.throughline.intake.IntakeClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.platform.security.PartnerPatientHmac;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.CareTeamMember;
import io.github.throughline.schemas.episode.ConsentCategory;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.security.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EpisodesIT extends IntakeScene {

    private static final String CARE_TEAM_MEMBER = """
            {"reference": "dr-%d", "role": "PHYSICIAN", "kind": "PERSON", "name": "Ama Osei", "channel": "NONE"}""";

    private final PartnerPatientHmac hmac;
    private final List<String> ownCoordinators = new ArrayList<>();

    EpisodesIT(@LocalServerPort int port, @Autowired JdbcClient jdbc, @Autowired PartnerPatientHmac hmac) {
        super(port, jdbc);
        this.hmac = hmac;
    }

    @Test
    void anOpenedEpisodeIsToldByReferencesOnly() {
        // Given
        String referral = completeReferral().get("referralId").asString();
        String patientAtPartner = "MRN-" + UUID.randomUUID();

        // When
        var opened = episode("""
                , "referralId": "%s", "coordinator": "coordinator-b",
                "consents": [{"member": "spine-clinic", "category": "ESCALATIONS"}],
                "partnerPatients": [{"partner": "spine", "patient": "%s"}]
                """.formatted(referral, patientAtPartner));

        // Then
        String patient = opened.get("patientId").asString();
        try (var topic = TopicProbe.of(Topics.EPISODE, EpisodeChanged.class)) {
            EpisodeChanged event = topic.awaitCount(patient, 1).getFirst();
            assertThat(event.getEpisodeId()).hasToString(opened.get("episodeId").asString());
            assertThat(event.getVersion()).isEqualTo(1);
            assertThat(event.getStatus()).isEqualTo(EpisodeStatus.OPEN);
            assertThat(event.getCoordinator()).isEqualTo("coordinator-b");
            assertThat(event.getCareTeam())
                    .extracting(CareTeamMember::getMember)
                    .containsExactly("coordinator-b", "dr-osei", "spine-clinic");
            assertThat(event.getConsents()).singleElement().satisfies(consent -> {
                assertThat(consent.getMember()).isEqualTo("spine-clinic");
                assertThat(consent.getCategory()).isEqualTo(ConsentCategory.ESCALATIONS);
            });
            assertThat(event.getPartnerPatients())
                    .singleElement()
                    .satisfies(p -> assertThat(p.getPatientHmac()).isEqualTo(hmac.of("spine", patientAtPartner)));
            String raw = new String(topic.rawRecordsOf(patient).getFirst().value(), StandardCharsets.UTF_8);
            assertThat(raw).doesNotContain("Kim", "Osei", "MRN", "spine.example", "1970");
        }
    }

    @Test
    void aRetriedRequestOpensOneEpisode() {
        // Given
        String patient = completeReferral().get("patientId").asString();
        String body = episodeBody(", \"patientId\": \"%s\"".formatted(patient));
        String key = UUID.randomUUID().toString();

        // When
        var first = json(client.send(HttpMethod.POST, "/episodes", intake(), body, key));
        var second = json(client.send(HttpMethod.POST, "/episodes", intake(), body, key));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from care_episode where patient_id = :id::uuid")
                        .param("id", patient)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void thePatientsEarlierCoordinatorTakesTheNextEpisodeToo() {
        // Given
        String earlier = "later-in-the-alphabet-" + UUID.randomUUID();
        onlyActive("coordinator-" + UUID.randomUUID(), earlier);
        var opened = episode(", \"coordinator\": \"%s\", \"referralId\": \"%s\""
                .formatted(earlier, completeReferral().get("referralId").asString()));
        String patient = opened.get("patientId").asString();
        client.send(HttpMethod.POST, "/episodes/" + opened.get("episodeId").asString() + "/closure", intake(), "{}")
                .expectStatus()
                .isOk();

        // When
        var next = episode(", \"referralId\": \"%s\""
                .formatted(referralOf(patient).get("referralId").asString()));

        // Then
        assertThat(next.get("patientId").asString()).isEqualTo(patient);
        assertThat(next.get("coordinator").asString()).isEqualTo(earlier);
    }

    @Test
    void episodesThatAreOpenedAtOnceAreSpreadEvenly() throws Exception {
        // Given
        String one = "coordinator-" + UUID.randomUUID();
        String other = "coordinator-" + UUID.randomUUID();
        onlyActive(one, other);
        List<Callable<String>> openings = Stream.generate(this::completeReferral)
                .limit(6)
                .<Callable<String>>map(referral -> () -> episode(", \"referralId\": \"%s\""
                                .formatted(referral.get("referralId").asString()))
                        .get("coordinator")
                        .asString())
                .toList();

        // When
        List<String> assigned;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assigned =
                    threads.invokeAll(openings).stream().map(Future::resultNow).toList();
        }

        // Then
        assertThat(assigned).containsExactlyInAnyOrder(one, one, one, other, other, other);
    }

    private void onlyActive(String... references) {
        coordinator("coordinator-a", false);
        coordinator("coordinator-b", false);
        for (String reference : references) {
            coordinator(reference, true);
            ownCoordinators.add(reference);
        }
    }

    @AfterEach
    void nobodyElseIsActive() {
        ownCoordinators.forEach(reference -> coordinator(reference, false));
    }

    @Test
    void aNewIdAtAPartnerIsToldWithThePatientsOtherOpenEpisodesNow() {
        // Given
        var opened = openEpisode();
        String patient = opened.get("patientId").asString();
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        // When
        client.send(HttpMethod.POST, "/episodes", intake(), """
                        {"program": "depression", "timeZone": "Europe/Zurich", "patientId": "%s",
                         "partnerPatients": [{"partner": "lab", "patient": "%s"}], "occurredAt": "%s"}
                        """.formatted(
                                patient, UUID.randomUUID(), before.minus(Duration.ofDays(30))))
                .expectStatus()
                .isCreated();

        // Then
        try (var topic = TopicProbe.of(Topics.EPISODE, EpisodeChanged.class)) {
            EpisodeChanged other = topic.awaitCount(patient, 3).get(1);
            assertThat(other.getEpisodeId()).hasToString(opened.get("episodeId").asString());
            assertThat(other.getVersion()).isEqualTo(2);
            assertThat(other.getPartnerPatients()).hasSize(2);
            assertThat(other.getOccurredAt()).isAfterOrEqualTo(before);
        }
    }

    @Test
    void anEpisodeHasRoomForSoManyAndNoMore() {
        String who = ", \"patientId\": \"%s\""
                .formatted(completeReferral().get("patientId").asString());

        refused(who + ", \"careTeam\": " + times(51, CARE_TEAM_MEMBER), 400, "INVALID_FIELDS", "");
        refused(
                who + ", \"consents\": " + times(201, "{\"member\": \"dr-osei\", \"category\": \"PLAN\"}"),
                400,
                "INVALID_FIELDS",
                "");
        refused(
                who + ", \"partnerPatients\": " + times(11, "{\"partner\": \"spine\", \"patient\": \"%d\"}"),
                400,
                "INVALID_FIELDS",
                "");
    }

    @Test
    void aPatientHasSoManyIdsAtPartnersInAll() {
        // Given
        String patient = openEpisode().get("patientId").asString();
        String ids = times(10, "{\"partner\": \"lab\", \"patient\": \"" + UUID.randomUUID() + "-%d\"}");

        // When // Then
        refused(
                ", \"program\": \"depression\", \"patientId\": \"%s\", \"partnerPatients\": %s".formatted(patient, ids),
                422,
                "TOO_MANY_PARTNER_PATIENTS",
                "partnerPatients");
    }

    /** A JSON array of so many; %d is the number of each. */
    private static String times(int count, String element) {
        return IntStream.range(0, count)
                .mapToObj(n -> element.formatted(n))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void changesAreNewVersionsAndAfterClosureAConsentCanBeWithdrawnNotGiven() {
        // Given
        var opened = openEpisode();
        String patient = opened.get("patientId").asString();
        String path = "/episodes/" + opened.get("episodeId").asString();
        String coordinator = TestTokens.bearer("coordinator-a", "coordinator");

        // When
        client.send(HttpMethod.PUT, path + "/coordinator", coordinator, "{\"coordinator\": \"coordinator-b\"}")
                .expectStatus()
                .isOk();
        client.send(HttpMethod.POST, path + "/closure", intake(), "{\"reason\": \"COMPLETED\"}")
                .expectStatus()
                .isOk();
        var more = consents(path, "{\"member\": \"spine-clinic\", \"category\": \"PLAN\"}");
        consents(path, "").expectStatus().isOk();

        // Then
        try (var topic = TopicProbe.of(Topics.EPISODE, EpisodeChanged.class)) {
            var events = topic.awaitCount(patient, 4);
            assertThat(events).extracting(EpisodeChanged::getVersion).containsExactly(1, 2, 3, 4);
            assertThat(events.get(1).getCoordinator()).isEqualTo("coordinator-b");
            assertThat(events.get(2).getStatus()).isEqualTo(EpisodeStatus.CLOSED);
            assertThat(events.get(2).getCoordinator()).isNull();
            assertThat(events.get(2).getConsents()).hasSize(1);
            assertThat(events.get(3).getStatus()).isEqualTo(EpisodeStatus.CLOSED);
            assertThat(events.get(3).getConsents()).isEmpty();
        }
        more.expectStatus().isEqualTo(409);
        assertThat(json(more).get("code").asString()).isEqualTo("EPISODE_CLOSED");
    }

    /** What is answered to these consents in place of those in version 3. */
    private ResponseSpec consents(String path, String consents) {
        return client.sendIfMatch(
                HttpMethod.PUT, path + "/consents", intake(), "{\"consents\": [" + consents + "]}", "\"3\"");
    }

    @Test
    void aPatientWhoMovesHasAnotherTimeZone() {
        // Given
        var opened = openEpisode();
        String episode = "/episodes/" + opened.get("episodeId").asString();
        String path = episode + "/time-zone";

        // When
        client.send(HttpMethod.PUT, path, intake(), "{\"timeZone\": \"Europe/Lisbon\"}")
                .expectStatus()
                .isOk();

        // Then
        try (var topic = TopicProbe.of(Topics.EPISODE, EpisodeChanged.class)) {
            assertThat(topic.awaitCount(opened.get("patientId").asString(), 2))
                    .extracting(EpisodeChanged::getTimeZone)
                    .containsExactly("Europe/Zurich", "Europe/Lisbon");
        }
        assertThat(json(client.get(episode, intake())).get("timeZone").asString())
                .isEqualTo("Europe/Lisbon");
        var mars = client.send(HttpMethod.PUT, path, intake(), "{\"timeZone\": \"Mars/Olympus\"}");
        mars.expectStatus().isEqualTo(422);
        assertThat(json(mars).get("code").asString()).isEqualTo("TIME_ZONE_UNKNOWN");
    }

    @Test
    void aChangeMadeOnAnOldVersionIsRefused() {
        // Given
        String path = "/episodes/" + openEpisode().get("episodeId").asString();
        client.sendIfMatch(HttpMethod.PUT, path + "/consents", intake(), "{\"consents\": []}", "\"1\"")
                .expectStatus()
                .isOk();

        // When
        var late = client.sendIfMatch(
                HttpMethod.PUT, path + "/coordinator", intake(), "{\"coordinator\": \"coordinator-b\"}", "\"1\"");

        // Then
        late.expectStatus().isEqualTo(412);
        assertThat(json(late).get("code").asString()).isEqualTo("CHANGED_MEANWHILE");
    }

    @Test
    void anEpisodeDoesNotEndBeforeItsLastChange() {
        // Given
        String path = "/episodes/" + openEpisode().get("episodeId").asString();

        // When
        var early =
                client.send(HttpMethod.POST, path + "/closure", intake(), "{\"occurredAt\": \"2020-01-01T00:00:00Z\"}");

        // Then
        early.expectStatus().isEqualTo(422);
        var problem = json(early);
        assertThat(problem.get("code").asString()).isEqualTo("TIME_TOO_EARLY");
        assertThat(problem.get("field").asString()).isEqualTo("occurredAt");
        client.send(HttpMethod.POST, path + "/closure", intake(), "{}")
                .expectStatus()
                .isOk();
    }

    @Test
    void whatDoesNotFitIsRefusedWithACodeAndAField() {
        String patient = completeReferral().get("patientId").asString();
        String who = ", \"patientId\": \"%s\"".formatted(patient);

        refused(who + ", \"timeZone\": \"Mars/Olympus\"", 422, "TIME_ZONE_UNKNOWN", "timeZone");
        refused(who + ", \"coordinator\": \"nobody\"", 422, "COORDINATOR_UNKNOWN", "coordinator");
        refused(
                who + ", \"consents\": [{\"member\": \"nobody\", \"category\": \"PLAN\"}]",
                422,
                "MEMBER_UNKNOWN",
                "consents[0].member");
        refused(who + ", \"occurredAt\": \"2999-01-01T00:00:00Z\"", 422, "TIME_AHEAD", "");
        refused("", 400, "PATIENT_OR_REFERRAL", "patientId");
        refused(", \"patientId\": \"%s\"".formatted(UUID.randomUUID()), 422, "UNKNOWN_PATIENT", "");
        refused(who + ", \"careTeam\": [{\"reference\": \"a b\"}]", 400, "INVALID_FIELDS", "");
    }

    private void refused(String fields, int status, String code, String field) {
        var response = client.send(HttpMethod.POST, "/episodes", intake(), lastOfEach(fields));
        response.expectStatus().isEqualTo(status);
        var problem = json(response);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.path("field").asString("")).isEqualTo(field);
    }

    /** The usual request with some of its fields replaced. */
    private static String lastOfEach(String fields) {
        var mapper = JsonMapper.shared();
        var usual = (ObjectNode) mapper.readTree(episodeBody(""));
        usual.setAll((ObjectNode) mapper.readTree("{" + fields.replaceFirst("^,", "") + "}"));
        return usual.toString();
    }
}
