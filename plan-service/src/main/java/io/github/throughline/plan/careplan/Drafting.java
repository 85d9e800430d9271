package io.github.throughline.plan.careplan;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.Sourced;
import io.github.throughline.plan.careplan.PlanDraft.DraftGoal;
import io.github.throughline.plan.careplan.PlanDraft.DraftMeasure;
import io.github.throughline.plan.careplan.PlanDraft.DraftStep;
import io.github.throughline.plan.careplan.PlanRequest.AskedGoal;
import io.github.throughline.plan.careplan.PlanRequest.AskedMeasure;
import io.github.throughline.plan.program.Program;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.StallTerms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a draft says, from what was there before and what is asked for. */
final class Drafting {

    private final MeasureCatalogue catalogue;

    Drafting(MeasureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The draft of a new plan: as the program says, but for what is asked. */
    PlanDraft fromProgram(Program program, PlanRequest asked) {
        var template = new PlanDraft(
                program.id(),
                program.checkins(),
                program.watchWeeks().value(),
                program.goalWeeks().value(),
                program.reviewWeeks().value(),
                null,
                program.measures().stream()
                        .map(m -> new DraftMeasure(
                                m.measure(),
                                m.everyWeeks(),
                                null,
                                null,
                                program.offTrack().get(m.measure()),
                                List.of()))
                        .toList(),
                List.of(),
                program.activities(),
                program.steps().stream()
                        .map(s -> new DraftStep(s.id(), s.kind(), s.title(), null, s.afterDays()))
                        .toList(),
                program.nextSteps());
        return from(template, asked);
    }

    /** The draft as it was, but for what is asked; its program stays. */
    PlanDraft from(PlanDraft before, PlanRequest asked) {
        if (asked.program() != null && !asked.program().equals(before.program())) {
            throw new PlanRefused.ProgramStays();
        }
        List<DraftMeasure> measures = measures(before, asked);
        var draft = new PlanDraft(
                before.program(),
                asked.checkins() == null ? before.checkins() : asked.checkins(),
                asked.watchWeeks() == null ? before.watchWeeks() : asked.watchWeeks(),
                before.goalWeeks(),
                before.reviewWeeks(),
                asked.reviewOn() == null ? before.reviewOn() : asked.reviewOn(),
                measures,
                goals(before, asked, measures),
                asked.activities() == null ? before.activities() : asked.activities(),
                asked.steps() == null ? before.steps() : asked.steps(),
                nextSteps(before, asked));
        PlanCheck.check(draft, catalogue);
        return draft;
    }

    private List<DraftMeasure> measures(PlanDraft before, PlanRequest asked) {
        List<AskedMeasure> wanted = asked.measures();
        return wanted == null
                ? before.measures()
                : IntStream.range(0, wanted.size())
                        .mapToObj(i -> measure(before, wanted.get(i), "measures[" + i + "]"))
                        .toList();
    }

    private DraftMeasure measure(PlanDraft before, AskedMeasure asked, String field) {
        return before.measure(asked.measure())
                .map(known -> new DraftMeasure(
                        known.measure(),
                        asked.everyWeeks() == null ? known.everyWeeks() : asked.everyWeeks(),
                        asked.baseline() == null ? known.baseline() : asked.baseline(),
                        asked.terms() == null ? terms(known, asked.baseline(), field) : asked.terms(),
                        asked.offTrack() == null ? known.offTrack() : asked.offTrack(),
                        asked.patientItems() == null ? known.patientItems() : asked.patientItems()))
                .orElseGet(() -> new DraftMeasure(
                        asked.measure(),
                        asked.everyWeeks() == null ? 1 : asked.everyWeeks(),
                        asked.baseline(),
                        asked.terms(),
                        asked.offTrack(),
                        asked.patientItems() == null ? List.of() : asked.patientItems()));
    }

    /**
     * The terms as before. Those of the catalogue may depend on the baseline, so another one resolves them anew; what
     * somebody set by hand only they can set for it.
     *
     * @param baseline that is asked for; null: as before
     */
    private @Nullable StallTerms terms(DraftMeasure known, @Nullable Double baseline, String field) {
        if (known.terms() == null || baseline == null || baseline.equals(known.baseline())) {
            return known.terms();
        }
        if (areCatalogues(known)) {
            return null;
        }
        throw new PlanRefused.Implausible(
                field + ".terms", "the plan's own terms rest on the baseline before; name terms for the new one");
    }

    private boolean areCatalogues(DraftMeasure known) {
        return catalogue
                .measure(known.measure())
                .map(measure -> DefaultTerms.stallTerms(measure, known.baseline()))
                .filter(terms -> terms.equals(known.terms()))
                .isPresent();
    }

    /** One for each measure: as asked, else as before, else the catalogue's target where it has one. */
    private List<DraftGoal> goals(PlanDraft before, PlanRequest asked, List<DraftMeasure> measures) {
        List<AskedGoal> wanted = asked.goals() == null ? List.of() : asked.goals();
        check(wanted, measures);
        return measures.stream()
                .flatMap(m -> goal(m.measure(), before, wanted).stream())
                .toList();
    }

    private static void check(List<AskedGoal> wanted, List<DraftMeasure> measures) {
        var without = measures.stream().map(DraftMeasure::measure).collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i < wanted.size(); i++) {
            if (!without.remove(wanted.get(i).measure())) {
                throw new PlanRefused.Implausible(
                        "goals[" + i + "].measure", "a goal needs a measure of the plan, and each measure has one");
            }
        }
    }

    private Optional<DraftGoal> goal(String measure, PlanDraft before, List<AskedGoal> wanted) {
        Optional<AskedGoal> asked =
                wanted.stream().filter(g -> g.measure().equals(measure)).findFirst();
        Optional<DraftGoal> known = before.goal(measure);
        if (asked.isEmpty() && known.isPresent()) {
            return known;
        }
        Optional<Double> target =
                asked.map(AskedGoal::target).or(() -> catalogue.measure(measure).flatMap(this::target));
        return target.map(points ->
                new DraftGoal(measure, points, asked.map(AskedGoal::by).orElse(null)));
    }

    private Optional<Double> target(Measure measure) {
        return DefaultTerms.target(measure).map(Sourced::value);
    }

    private static Map<String, NextStep> nextSteps(PlanDraft before, PlanRequest asked) {
        var steps = new HashMap<>(before.nextSteps());
        if (asked.nextSteps() != null) {
            steps.putAll(asked.nextSteps());
        }
        return steps;
    }
}
