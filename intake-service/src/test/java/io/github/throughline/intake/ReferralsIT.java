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
