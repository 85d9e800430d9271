package io.github.throughline.intake;

import static io.github.throughline.intake.IntakeClient.intake;
import static io.github.throughline.intake.IntakeClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.testkit.security.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReferralsIT extends IntakeScene {

    ReferralsIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void aReferralThatWaitsIsSeenByTheIntakeDeskAndNobodyElse() {
        // Given
        String referral = completeReferral().get("referralId").asString();

        // When // Then
        assertThat(referrals(TestTokens.bearer("another-desk", "intake"))).contains(referral);
        assertThat(referrals(TestTokens.bearer("coordinator-a", "coordinator"))).doesNotContain(referral);
        client.get("/referrals", TestTokens.bearer("dr-osei", "physician"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anAcceptedReferralIsSeenByItsCoordinatorAndWhoRegisteredIt() {
        // Given
        String referral = completeReferral().get("referralId").asString();

        // When
        episode(", \"coordinator\": \"coordinator-a\", \"referralId\": \"%s\"".formatted(referral));

        // Then
        assertThat(referrals(intake())).contains(referral);
        assertThat(referrals(TestTokens.bearer("coordinator-a", "coordinator"))).contains(referral);
        assertThat(referrals(TestTokens.bearer("coordinator-b", "coordinator"))).doesNotContain(referral);
        assertThat(referrals(TestTokens.bearer("another-desk", "intake"))).doesNotContain(referral);
    }

    @Test
    void whoIsInTheCareTeamDoesNotReadWhatThePatientWasReferredFor() {
        // Given
        String referral = completeReferral().get("referralId").asString();
        episode(", \"coordinator\": \"coordinator-a\", \"referralId\": \"%s\"".formatted(referral));

        // When // Then
        assertThat(referrals(TestTokens.bearer("spine-clinic", "coordinator"))).doesNotContain(referral);
        assertThat(referrals(TestTokens.bearer("dr-osei", "intake"))).doesNotContain(referral);
    }

    @Test
    void aKnownPatientIsReferredAgainByWhoseWorkTheyAre() {
        // Given
        String patient = openEpisode().get("patientId").asString();
        String anotherDesk = TestTokens.bearer("another-desk", "intake");

        // When
        var again = referralOf(patient);

        // Then
        assertThat(again.get("patientId").asString()).isEqualTo(patient);
        String stranger = openEpisode().get("patientId").asString();
        var refused = client.send(HttpMethod.POST, "/referrals", anotherDesk, referralBody(stranger));
        refused.expectStatus().isEqualTo(422);
        assertThat(json(refused).get("code").asString()).isEqualTo("UNKNOWN_PATIENT");
        var neither = client.send(HttpMethod.POST, "/referrals", intake(), "{\"problem\": \"knee pain\"}");
        neither.expectStatus().isBadRequest();
        assertThat(json(neither).get("code").asString()).isEqualTo("PATIENT_OR_PATIENT_ID");
    }

    @Test
    void nobodyOpensAnEpisodeForAPatientWhomTheyDidNotTakeIn() {
        // Given
        var opened = openEpisode();
        String patient = opened.get("patientId").asString();

        // When
        var refused = client.send(
                HttpMethod.POST,
                "/episodes",
                TestTokens.bearer("another-desk", "intake"),
                episodeBody(", \"patientId\": \"%s\"".formatted(patient)));

        // Then
        refused.expectStatus().isEqualTo(422);
        assertThat(json(refused).get("code").asString()).isEqualTo("UNKNOWN_PATIENT");
    }

    @Test
    void aDeskThatTookUpAReferralIsItsPatientsIntakeToo() {
        // Given
        var referral = completeReferral();
        String desk = TestTokens.bearer("another-desk", "intake");
        var opened = client.send(
                HttpMethod.POST,
                "/episodes",
                desk,
                episodeBody(", \"referralId\": \"%s\""
                        .formatted(referral.get("referralId").asString())));
        opened.expectStatus().isCreated();

        // When // Then
        assertThat(referrals(desk)).contains(referral.get("referralId").asString());
        client.get("/patients/" + referral.get("patientId").asString(), desk)
                .expectStatus()
                .isOk();
    }

    @Test
    void aReferralHasOneEpisode() {
        // Given
        String referral = completeReferral().get("referralId").asString();
        episode(", \"referralId\": \"%s\"".formatted(referral));

        // When
        var again = client.send(
                HttpMethod.POST, "/episodes", intake(), episodeBody(", \"referralId\": \"%s\"".formatted(referral)));

        // Then
        again.expectStatus().isEqualTo(409);
        assertThat(json(again).get("code").asString()).isEqualTo("REFERRAL_ALREADY_ACCEPTED");
    }

    @Test
    void aPartnersPatientIdBelongsToOnePatient() {
        // Given
        String partnerPatients =
                ", \"partnerPatients\": [{\"partner\": \"spine\", \"patient\": \"%s\"}]".formatted(UUID.randomUUID());
        episode(partnerPatients
                + ", \"referralId\": \"%s\""
                        .formatted(completeReferral().get("referralId").asString()));

        // When
        var other = client.send(
                HttpMethod.POST,
                "/episodes",
                intake(),
                episodeBody(partnerPatients
                        + ", \"referralId\": \"%s\""
                                .formatted(completeReferral().get("referralId").asString())));

        // Then
        other.expectStatus().isEqualTo(409);
        assertThat(json(other).get("code").asString()).isEqualTo("PARTNER_PATIENT_TAKEN");
    }

    @Test
    void withoutAnActiveCoordinatorNoEpisodeIsOpened() {
        // Given
        coordinator("coordinator-a", false);
        coordinator("coordinator-b", false);

        // When
        var refused = client.send(
                HttpMethod.POST,
                "/episodes",
                intake(),
                episodeBody(", \"referralId\": \"%s\""
                        .formatted(completeReferral().get("referralId").asString())));

        // Then
        refused.expectStatus().isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("NO_ACTIVE_COORDINATOR");
    }

    @Test
    void whatNoDatabaseCouldHoldIsRefusedWithItsField() {
        unreadable("\"patient\": {\"name\": \"\\u0000\"}", "patient.name");
        unreadable("\"patient\": {\"name\": \"Kim\", \"birthDate\": \"+9999999-01-01\"}", "patient.birthDate");
        unreadable("\"patient\": {\"name\": \"Kim\"}, \"occurredAt\": \"-100000-01-01T00:00:00Z\"", "occurredAt");
    }

    private void unreadable(String fields, String field) {
        var refused = client.send(HttpMethod.POST, "/referrals", intake(), "{\"problem\": \"pain\", " + fields + "}");
        refused.expectStatus().isBadRequest();
        var problem = json(refused);
        assertThat(problem.get("code").asString()).isEqualTo("UNREADABLE_BODY");
        assertThat(problem.get("field").asString()).isEqualTo(field);
    }

    @Test
    void aMailAddressIsNoReference() {
        // When
        var refused = client.send(HttpMethod.POST, "/coordinators", intake(), """
                {"reference": "kim@clinic.example", "name": "Kim", "email": "kim@clinic.example", "active": true}
                """);

        // Then
        refused.expectStatus().isBadRequest();
        assertThat(json(refused).get("code").asString()).isEqualTo("INVALID_FIELDS");
    }

    private List<String> referrals(String bearer) {
        return json(client.get("/referrals", bearer)).findValuesAsString("referralId");
    }
}
