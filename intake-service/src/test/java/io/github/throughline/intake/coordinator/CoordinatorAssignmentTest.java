package io.github.throughline.intake.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.intake.coordinator.CoordinatorAssignment.Reason;
import io.github.throughline.intake.coordinator.Coordinators.Load;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoordinatorAssignmentTest {

    private static final List<Load> ACTIVE = List.of(new Load("ana", 9), new Load("ben", 2), new Load("cem", 2));

    @Test
    void theEarlierCoordinatorStaysWithThePatientHoweverLoaded() {
        assertThat(CoordinatorAssignment.choose("ana", ACTIVE))
                .isEqualTo(new CoordinatorAssignment("ana", Reason.CONTINUITY));
    }

    @Test
    void anEarlierCoordinatorWhoLeftIsReplacedByTheLeastLoaded() {
        assertThat(CoordinatorAssignment.choose("dee", ACTIVE))
                .isEqualTo(new CoordinatorAssignment("ben", Reason.LEAST_LOADED));
    }

    @Test
    void amongEquallyLoadedTheFirstByReferenceIsChosen() {
        assertThat(CoordinatorAssignment.choose(null, ACTIVE).reference()).isEqualTo("ben");
    }

    @Test
    void withoutAnActiveCoordinatorNothingIsAssigned() {
        assertThatThrownBy(() -> CoordinatorAssignment.choose("ana", List.of()))
                .isInstanceOf(NoActiveCoordinator.class);
    }
}
