package io.github.throughline.notification.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecidingPolicyTest {

    private static final Episode EPISODE = new Episode(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Episode.Status.OPEN,
            "low-back-pain",
            ZoneOffset.UTC,
            "maria",
            List.of(
                    new Episode.Member("maria", "coordinator", false, null),
                    new Episode.Member("dr-lee", "physician", false, null),
                    new Episode.Member("sam", "pharmacist", false, null),
                    new Episode.Member("clinic", "specialist", true, null)),
            List.of(),
            List.of(),
            1,
            Instant.EPOCH);

    @Test
    void aClinicianDecidesInTheirOwnName() {
        var lee = new Caller("dr-lee", Set.of(Role.PHYSICIAN));

        assertThat(DecidingPolicy.decider(lee, null, EPISODE)).isEqualTo("dr-lee");
        assertThat(DecidingPolicy.decider(lee, "dr-lee", EPISODE)).isEqualTo("dr-lee");
        assertThatThrownBy(() -> DecidingPolicy.decider(lee, "dr-else", EPISODE))
                .isInstanceOf(DecidesForSomebodyElse.class);
    }

    @Test
    void aCoordinatorNamesAClinicianOfTheCareTeam() {
        var maria = new Caller("maria", Set.of(Role.COORDINATOR));

        assertThat(DecidingPolicy.decider(maria, "dr-lee", EPISODE)).isEqualTo("dr-lee");
        assertThatThrownBy(() -> DecidingPolicy.decider(maria, null, EPISODE)).isInstanceOf(ClinicianNotNamed.class);
        assertThatThrownBy(() -> DecidingPolicy.decider(maria, "sam", EPISODE)).isInstanceOf(NotAClinician.class);
        assertThatThrownBy(() -> DecidingPolicy.decider(maria, "maria", EPISODE))
                .isInstanceOf(NotAClinician.class);
    }

    @Test
    void anOrganisationDecidesNothing() {
        var maria = new Caller("maria", Set.of(Role.COORDINATOR));

        assertThatThrownBy(() -> DecidingPolicy.decider(maria, "clinic", EPISODE))
                .isInstanceOf(NotAClinician.class);
    }

    @Test
    void nobodyElseDecides() {
        var sam = new Caller("sam", Set.of(Role.CLINICAL_LEAD));

        assertThatThrownBy(() -> DecidingPolicy.decider(sam, "dr-lee", EPISODE)).isInstanceOf(MayNotDecide.class);
    }
}
