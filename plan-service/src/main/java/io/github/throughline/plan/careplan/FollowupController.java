package io.github.throughline.plan.careplan;

import static io.github.throughline.platform.security.Allow.To.EPISODE;
import static io.github.throughline.platform.security.Role.PHYSICIAN;

import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is due in a plan: a step is done, the plan is reviewed. */
@RestController
@RequestMapping("/episodes/{episodeId}/plans/{planId}")
class FollowupController {

    /** @param nextOn day of the next review, in the patient's time zone; absent: as long from now as it was to this one */
    record ReviewRequest(@Nullable LocalDate nextOn) {}

    /**
     * What is due.
     *
     * @param nextReviewAt null: the plan has ended
     * @param stepsDone when each step was done, by id
     */
    record FollowupView(
            @Nullable Instant nextReviewAt,
            @Nullable Instant reviewDueSince,
            Map<String, Instant> stepsDone,
            List<CareGap> careGaps) {

        static FollowupView of(Followup followup) {
            return new FollowupView(
                    followup.reviewAt(), followup.reviewDueSince(), new TreeMap<>(followup.done()), followup.gaps());
        }
    }

    private final FollowingUp followingUp;

    FollowupController(FollowingUp followingUp) {
        this.followingUp = followingUp;
    }

    @PostMapping("/steps/{step}/completion")
    @Allow(
            value = {},
            to = EPISODE)
    public FollowupView complete(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @PathVariable String step,
            Caller caller) {
        return FollowupView.of(
                followingUp.complete(episodeId, planId, step, caller).followup());
    }

    @PostMapping("/review")
    @Allow(value = PHYSICIAN, to = EPISODE)
    public FollowupView review(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @RequestBody(required = false) @Nullable ReviewRequest request,
            Caller caller) {
        return FollowupView.of(followingUp
                .review(episodeId, planId, request == null ? null : request.nextOn(), caller)
                .followup());
    }
}
