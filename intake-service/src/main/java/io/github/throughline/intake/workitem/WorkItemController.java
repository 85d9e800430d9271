package io.github.throughline.intake.workitem;

import static io.github.throughline.platform.security.Allow.To.RELATED;
import static io.github.throughline.platform.security.Role.CLINICAL_LEAD;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.INTAKE;
import static io.github.throughline.platform.security.Role.PHYSICIAN;
import static io.github.throughline.platform.security.Role.THERAPIST;

import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's open work, and its completion. */
@RestController
@RequestMapping("/work-items")
class WorkItemController {

    record WorkItemView(
            WorkItemId workItemId,
            PatientId patientId,
            @Nullable EpisodeId episodeId,
            WorkItem.Kind kind,
            WorkItem.Status status,
            @Nullable String owner,
            Instant dueAt,
            UUID causeId,
            int version) {

        static WorkItemView of(WorkItem item) {
            return new WorkItemView(
                    item.id(),
                    item.patientId(),
                    item.episodeId(),
                    item.kind(),
                    item.status(),
                    item.owner(),
                    item.dueAt(),
                    item.causeId(),
                    item.version());
        }
    }

    private final WorkItems items;
    private final WorkCompletion completion;

    WorkItemController(WorkItems items, WorkCompletion completion) {
        this.items = items;
        this.completion = completion;
    }

    @GetMapping
    @Allow(
            value = {COORDINATOR, INTAKE, PHYSICIAN, THERAPIST, CLINICAL_LEAD},
            to = RELATED)
    public List<WorkItemView> open(Caller caller) {
        return items.openRelatedTo(caller).stream().map(WorkItemView::of).toList();
    }

    @PostMapping("/{workItemId}/completion")
    @Allow(
            value = {COORDINATOR, INTAKE, PHYSICIAN, THERAPIST, CLINICAL_LEAD},
            to = RELATED)
    public WorkItemView complete(@PathVariable WorkItemId workItemId, Caller caller) {
        return WorkItemView.of(completion.complete(workItemId, caller));
    }
}
