package io.github.throughline.intake.coordinator;

import io.github.throughline.intake.coordinator.Coordinators.Load;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who coordinates a new episode.
 *
 * @param reference of the coordinator
 * @param reason why it is them
 */
public record CoordinatorAssignment(String reference, Reason reason) {

    /** Why somebody was chosen. */
    public enum Reason {
        /** They know the patient from an earlier episode. */
        CONTINUITY,
        /** They have the fewest open episodes. */
        LEAST_LOADED
    }

    /**
     * The earlier coordinator while they are active, else who has the fewest open episodes, the first by reference
     * among equals.
     *
     * @param earlier coordinator of the patient's latest episode; null: none
     * @param active the active coordinators
     * @throws NoActiveCoordinator when there is none
     */
    public static CoordinatorAssignment choose(@Nullable String earlier, List<Load> active) {
        if (active.stream().anyMatch(load -> load.reference().equals(earlier))) {
            return new CoordinatorAssignment(String.valueOf(earlier), Reason.CONTINUITY);
        }
        return active.stream()
                .min(Comparator.comparingInt(Load::openEpisodes).thenComparing(Load::reference))
                .map(load -> new CoordinatorAssignment(load.reference(), Reason.LEAST_LOADED))
                .orElseThrow(NoActiveCoordinator::new);
    }
}
