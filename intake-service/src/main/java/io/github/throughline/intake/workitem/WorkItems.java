package io.github.throughline.intake.workitem;

import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The work items of this deployment. */
public interface WorkItems {

    /** Adds it, once for a cause and kind. @return whether it was new */
    boolean add(WorkItem item);

    void replace(WorkItem item);

    /** What followed from the cause, locked. */
    List<WorkItem> lockOfCause(UUID causeId);

    /** The patient's open items, locked. */
    List<WorkItem> lockOpenOf(PatientId patient);

    /** The episode's open items, locked. */
    List<WorkItem> lockOpenOf(EpisodeId episode);

    /** An item that the caller owns, or in whose episode they coordinate or treat, locked. */
    Optional<WorkItem> lockRelated(WorkItemId id, Caller caller);

    /** Open items that the caller owns, in whose episode they coordinate or treat, or that wait for an episode; the next due first. */
    List<WorkItem> openRelatedTo(Caller caller);
}
