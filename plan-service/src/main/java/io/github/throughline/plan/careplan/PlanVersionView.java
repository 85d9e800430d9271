package io.github.throughline.plan.careplan;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.PlanDraft.DraftGoal;
import io.github.throughline.plan.careplan.PlanDraft.DraftStep;
import io.github.throughline.plan.careplan.PlanVersion.Draft;
import io.github.throughline.plan.careplan.PlanVersion.Signed;
import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.PlannedMeasure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * A version as it is answered.
 *
 * @param version number within the plan
 * @param state DRAFT, or where the signed version stands
 * @param since event time since which a signed version stands so
 * @param content of a draft what would be signed now; of a signed version the very bytes that were signed
 * @param escalationId the escalation whose decision asked for the version
 */
record PlanVersionView(
        CarePlanId planId,
        int version,
        String state,
        int revision,
        @Nullable Instant since,
        Object content,
        @Nullable String signature,
        @Nullable String contentDigest,
        @Nullable UUID escalationId) {

    /** What a draft would say if it were signed now; days of goals that are counted from the day of effect are open. */
    record DraftContent(
            String program,
            CheckinTerms checkins,
            int watchWeeks,
            int goalWeeks,
            int reviewWeeks,
            @Nullable LocalDate reviewOn,
            List<PlannedMeasure> measures,
            List<DraftGoal> goals,
            List<Activity> activities,
            List<DraftStep> steps,
            Map<String, NextStep> nextSteps) {

        static DraftContent of(PlanDraft draft, MeasureCatalogue catalogue) {
            return new DraftContent(
                    draft.program(),
                    draft.checkins(),
                    draft.watchWeeks(),
                    draft.goalWeeks(),
                    draft.reviewWeeks(),
                    draft.reviewOn(),
                    new Resolution(catalogue).measures(draft),
                    draft.goals(),
                    draft.activities(),
                    draft.steps(),
                    draft.nextSteps());
        }
    }

    static PlanVersionView of(CarePlanId planId, PlanVersion version, MeasureCatalogue catalogue) {
        return switch (version) {
            case Draft draft ->
                new PlanVersionView(
                        planId,
                        draft.number(),
                        "DRAFT",
                        draft.revision(),
                        null,
                        DraftContent.of(draft.terms(), catalogue),
                        null,
                        null,
                        draft.escalationId());
            case Signed signed -> of(planId, signed);
        };
    }

    private static PlanVersionView of(CarePlanId planId, Signed signed) {
        SignedContent content = signed.content();
        return new PlanVersionView(
                planId,
                signed.number(),
                signed.state().name(),
                signed.revision(),
                signed.since(),
                new RawValue(new String(content.bytes(), StandardCharsets.UTF_8)),
                content.signature(),
                content.digest(),
                signed.escalationId());
    }
}
