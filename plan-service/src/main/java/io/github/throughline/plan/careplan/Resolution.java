package io.github.throughline.plan.careplan;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.LawfulTerms;
import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.PlanDraft.DraftGoal;
import io.github.throughline.plan.careplan.PlanDraft.DraftMeasure;
import io.github.throughline.plan.careplan.PlanDraft.DraftStep;
import io.github.throughline.signedplan.Goal;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.PlannedStep;
import io.github.throughline.signedplan.StallTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Resolves every default of a draft, so that whoever reads the version needs neither catalogue nor program. */
final class Resolution {

    private final MeasureCatalogue catalogue;

    Resolution(MeasureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Who signs and when.
     *
     * @param by subject of the physician
     * @param at care time of the signature
     */
    record Signature(String by, Instant at, Instant effectiveFrom, ZoneId timeZone) {}

    /**
     * What the version says for good.
     *
     * @throws PlanRefused.UnlawfulTerm where a term is outside what the catalogue allows
     */
    PlanContent signedContent(CarePlan plan, int version, PlanDraft draft, Signature signature) {
        PlanContent content = content(plan, version, draft, signature);
        content.measures().forEach(this::requireLawful);
        return content;
    }

    private void requireLawful(PlannedMeasure planned) {
        LawfulTerms.faults(known(planned.measure()), planned.terms(), planned.baseline()).stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw new PlanRefused.UnlawfulTerm(
                            "measures.%s.terms.%s".formatted(planned.measure(), fault.term()), fault.reason());
                });
    }

    /** What the version would say. */
    PlanContent content(CarePlan plan, int version, PlanDraft draft, Signature signature) {
        LocalDate from = signature.effectiveFrom().atZone(signature.timeZone()).toLocalDate();
        return new PlanContent(
                PlanContent.FORMAT,
                plan.id().value(),
                version,
                plan.patientId().value(),
                plan.episodeId().value(),
                draft.program(),
                signature.effectiveFrom(),
                draft.checkins(),
                draft.watchWeeks(),
                measures(draft),
                goals(draft, from),
                draft.activities(),
                steps(draft, from),
                reviewOn(draft, from),
                draft.nextSteps(),
                signature.by(),
                signature.at());
    }

    /** The measures with their terms, as they would be signed. */
    List<PlannedMeasure> measures(PlanDraft draft) {
        return draft.measures().stream().map(this::measure).toList();
    }

    private PlannedMeasure measure(DraftMeasure draft) {
        Measure known = known(draft.measure());
        StallTerms own = draft.terms();
        return new PlannedMeasure(
                known.id(),
                known.version(),
                known.direction(),
                draft.everyWeeks(),
                draft.baseline(),
                own == null ? DefaultTerms.stallTerms(known, draft.baseline()) : own,
                draft.offTrack(),
                draft.patientItems());
    }

    private Measure known(String id) {
        return catalogue.measure(id).orElseThrow(() -> new PlanRefused.UnknownMeasure("measures." + id));
    }

    private static List<Goal> goals(PlanDraft draft, LocalDate from) {
        return draft.goals().stream()
                .map(goal -> new Goal(goal.measure(), goal.target(), by(goal, draft, from)))
                .toList();
    }

    private static List<PlannedStep> steps(PlanDraft draft, LocalDate from) {
        return draft.steps().stream()
                .map(step -> new PlannedStep(step.id(), step.kind(), step.title(), dueOn(step, from)))
                .toList();
    }

    private static LocalDate dueOn(DraftStep step, LocalDate from) {
        LocalDate dueOn = step.dueOn();
        Integer afterDays = step.afterDays();
        return dueOn == null ? from.plusDays(afterDays == null ? 0 : afterDays) : dueOn;
    }

    private static LocalDate reviewOn(PlanDraft draft, LocalDate from) {
        LocalDate reviewOn = draft.reviewOn();
        if (reviewOn == null) {
            return from.plusWeeks(draft.reviewWeeks());
        }
        if (!reviewOn.isAfter(from)) {
            throw new PlanRefused.Implausible(
                    "reviewOn", "the next review comes after the day of effect; set a later day");
        }
        return reviewOn;
    }

    private static LocalDate by(DraftGoal goal, PlanDraft draft, LocalDate from) {
        LocalDate by = goal.by();
        if (by == null) {
            return from.plusWeeks(draft.goalWeeks());
        }
        if (by.isBefore(from)) {
            throw new PlanRefused.Implausible(
                    "goals." + goal.measure() + ".by", "the day for the goal is over; set a later one");
        }
        return by;
    }
}
