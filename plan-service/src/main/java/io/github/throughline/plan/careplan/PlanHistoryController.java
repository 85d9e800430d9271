package io.github.throughline.plan.careplan;

import static io.github.throughline.platform.security.Allow.To.EPISODE;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.signedplan.PlanDiff;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a plan came to be as it is. */
@RestController
@RequestMapping("/episodes/{episodeId}/plans/{planId}")
class PlanHistoryController {

    /** @param summary all of it in one line; empty: no term changes */
    record ChangesView(String summary, List<ChangeView> changes) {

        static ChangesView of(List<PlanDiff.Change> changes) {
            return new ChangesView(
                    PlanDiff.summary(changes),
                    changes.stream().map(ChangeView::of).toList());
        }
    }

    /** @param text e.g. "NPRS target 3 to 4" */
    record ChangeView(
            String term, @Nullable String before, @Nullable String after, String text) {

        static ChangeView of(PlanDiff.Change change) {
            return new ChangeView(change.term(), change.before(), change.after(), change.text());
        }
    }

    private final PlanHistory history;
    private final MeasureCatalogue catalogue;

    PlanHistoryController(PlanHistory history, MeasureCatalogue catalogue) {
        this.history = history;
        this.catalogue = catalogue;
    }

    @GetMapping("/history")
    @Allow(
            value = {},
            to = EPISODE)
    public List<PlanMovement> movements(
            @PathVariable EpisodeId episodeId, @PathVariable CarePlanId planId, Caller caller) {
        return history.movements(episodeId, planId, caller);
    }

    /** The version that was in force or paused at an instant, as it stood then; by default now. */
    @GetMapping("/in-force")
    @Allow(
            value = {},
            to = EPISODE)
    public PlanVersionView inForce(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @RequestParam(required = false) @Nullable Instant at,
            Caller caller) {
        return PlanVersionView.of(planId, history.standing(episodeId, planId, at, caller), catalogue);
    }

    /** What a version changes against the one before, or against the one named; a draft as it would be signed now. */
    @GetMapping("/versions/{version}/changes")
    @Allow(
            value = {},
            to = EPISODE)
    public ChangesView changes(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable Integer since,
            Caller caller) {
        return ChangesView.of(history.changes(new PlanVersionId(episodeId, planId, version), since, caller));
    }
}
