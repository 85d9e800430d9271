package io.github.throughline.checkin.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.access.Giver.Relation;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {

    private static final Instant NOW = Instant.parse("2026-10-14T08:00:00Z");
    private static final UUID PATIENT = new UUID(0, 1);
    private static final Caller THE_PATIENT = new Caller(PATIENT.toString(), Set.of(Role.PATIENT));

    private static final Episode EPISODE = episode(
            List.of(
                    member("anna", "coordinator"),
                    member("dr-lee", "physician"),
                    member("pt-kim", "therapist"),
                    member("son", "caregiver"),
                    member("dr-roth", "specialist"),
                    member("dr-frey", "pcp")),
            List.of(
                    new Episode.Consent("dr-roth", "outcomes", NOW, NOW.plus(Duration.ofDays(30))),
                    new Episode.Consent("dr-frey", "plan", NOW, null)));

    @Test
    void thePatientAndThoseWhoTreatRead() {
        assertThat(mayRead(THE_PATIENT)).isTrue();
        for (String treating : List.of("anna", "dr-lee", "pt-kim")) {
            assertThat(mayRead(signedIn(treating))).as(treating).isTrue();
        }
    }

    @Test
    void whoeverElseIsOfTheCareTeamReadsAsFarAndAsLongAsThePatientPermitsOutcomes() {
        assertThat(mayRead(signedIn("dr-roth"))).isTrue();
        assertThat(AccessPolicy.mayRead(signedIn("dr-roth"), EPISODE, NOW.plus(Duration.ofDays(30))))
                .isFalse();
        assertThat(mayRead(signedIn("dr-frey"))).isFalse();
        assertThat(mayRead(signedIn("son"))).isFalse();
    }

    @Test
    void whatSomebodySignsInAsIsNoRoleInTheEpisode() {
        for (Role role : Role.values()) {
            var stranger = new Caller("dr-other", Set.of(role));
            assertThat(AccessPolicy.isRelated(stranger, EPISODE))
                    .as(role.name())
                    .isFalse();
            assertThat(mayRead(stranger)).as(role.name()).isFalse();
            assertThat(AccessPolicy.giver(stranger, EPISODE)).as(role.name()).isEmpty();
            var specialist = new Caller("dr-frey", Set.of(role));
            assertThat(mayRead(specialist)).as(role.name()).isFalse();
            assertThat(AccessPolicy.giver(specialist, EPISODE)).as(role.name()).isEmpty();
        }
        var sameSubject = new Caller(PATIENT.toString(), Set.of(Role.PHYSICIAN));
        assertThat(AccessPolicy.isRelated(sameSubject, EPISODE)).isFalse();
        assertThat(mayRead(sameSubject)).isFalse();
    }

    @Test
    void whoAnswersIsToldByTheirRoleInTheEpisode() {
        assertThat(AccessPolicy.giver(THE_PATIENT, EPISODE)).contains(new Giver(Relation.PATIENT, PATIENT.toString()));
        assertThat(AccessPolicy.giver(new Caller("son", Set.of(Role.PHYSICIAN)), EPISODE))
                .contains(new Giver(Relation.CAREGIVER, "son"));
        for (String treating : List.of("anna", "dr-lee", "pt-kim")) {
            assertThat(AccessPolicy.giver(signedIn(treating), EPISODE))
                    .contains(new Giver(Relation.CARE_TEAM, treating));
        }
        assertThat(AccessPolicy.giver(signedIn("dr-roth"), EPISODE)).isEmpty();
    }

    @Test
    void whoHasSeveralRolesHasWhatAnyOfThemGives() {
        var both = episode(List.of(member("pt-kim", "specialist"), member("pt-kim", "therapist")), List.of());

        assertThat(AccessPolicy.mayRead(signedIn("pt-kim"), both, NOW)).isTrue();
        assertThat(AccessPolicy.giver(signedIn("pt-kim"), both)).contains(new Giver(Relation.CARE_TEAM, "pt-kim"));
    }

    private static boolean mayRead(Caller caller) {
        return AccessPolicy.mayRead(caller, EPISODE, NOW);
    }

    private static Caller signedIn(String subject) {
        return new Caller(subject, Set.of());
    }

    private static Episode.Member member(String reference, String role) {
        return new Episode.Member(reference, role, false, null);
    }

    private static Episode episode(List<Episode.Member> careTeam, List<Episode.Consent> consents) {
        return new Episode(
                new UUID(0, 2),
                PATIENT,
                Episode.Status.OPEN,
                "low-back-pain",
                ZoneId.of("Europe/Zurich"),
                "anna",
                careTeam,
                consents,
                List.of(),
                1,
                NOW);
    }
}
