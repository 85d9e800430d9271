package io.github.throughline.plan.careplan;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.Sourced;
import io.github.throughline.plan.careplan.PlanDraft.DraftGoal;
import io.github.throughline.plan.careplan.PlanDraft.DraftMeasure;
import io.github.throughline.plan.careplan.PlanRequest.AskedGoal;
import io.github.throughline.plan.careplan.PlanRequest.AskedMeasure;
import io.github.throughline.plan.program.Program;
import io.github.throughline.signedplan.NextStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
                program.measures().stream()
                        .map(m -> new DraftMeasure(m.measure(), m.everyWeeks(), null, null))
                        .toList(),
                List.of(),
                program.activities(),
                program.nextSteps());
        return from(template, asked);
    }

    /** The draft as it was, but for what is asked. */
    PlanDraft from(PlanDraft before, PlanRequest asked) {
        List<DraftMeasure> measures = measures(before, asked);
        var draft = new PlanDraft(
                before.program(),
                asked.checkins() == null ? before.checkins() : asked.checkins(),
                asked.watchWeeks() == null ? before.watchWeeks() : asked.watchWeeks(),
                before.goalWeeks(),
                measures,
                goals(before, asked, measures),
                asked.activities() == null ? before.activities() : asked.activities(),
                nextSteps(before, asked));
        PlanCheck.check(draft, catalogue);
        return draft;
    }

    private static List<DraftMeasure> measures(PlanDraft before, PlanRequest asked) {
        return asked.measures() == null
                ? before.measures()
                : asked.measures().stream().map(m -> measure(before, m)).toList();
    }

    private static DraftMeasure measure(PlanDraft before, AskedMeasure asked) {
        Optional<DraftMeasure> known = before.measure(asked.measure());
        int everyWeeks =
                asked.everyWeeks() == null ? known.map(DraftMeasure::everyWeeks).orElse(1) : asked.everyWeeks();
        return new DraftMeasure(
                asked.measure(),
                everyWeeks,
                asked.baseline() == null ? known.map(DraftMeasure::baseline).orElse(null) : asked.baseline(),
                asked.terms() == null ? known.map(DraftMeasure::terms).orElse(null) : asked.terms());
    }

    /** One for each measure: as asked, else as before, else the catalogue's target where it has one. */
    private List<DraftGoal> goals(PlanDraft before, PlanRequest asked, List<DraftMeasure> measures) {
        List<AskedGoal> wanted = asked.goals() == null ? List.of() : asked.goals();
        IntStream.range(0, wanted.size())
                .filter(i -> measures.stream()
                        .noneMatch(m -> m.measure().equals(wanted.get(i).measure())))
                .forEach(i -> {
                    throw new PlanRefused.Implausible(
                            "goals[" + i + "].measure", "a goal needs its measure among those of the plan");
                });
        return measures.stream()
                .flatMap(m -> goal(m.measure(), before, wanted).stream())
                .toList();
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
