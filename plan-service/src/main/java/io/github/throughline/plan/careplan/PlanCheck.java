package io.github.throughline.plan.careplan;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.PlanDraft.DraftGoal;
import io.github.throughline.plan.careplan.PlanDraft.DraftMeasure;
import io.github.throughline.plan.careplan.PlanDraft.DraftStep;
import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses a draft that can not be lived or judged by. */
final class PlanCheck {

    /** Ids of the kinds of stall that a plan foresees something for. */
    static final Set<String> RULES = Set.of(
            "plateau", "regression", "off-track", "side-effect", "adherence", "missed-checkins", "safety-answer");

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final int LONGEST_TEXT = 500;

    /** The one character that PostgreSQL can not hold. */
    private static final char NUL = 0;

    private PlanCheck() {}

    static void check(PlanDraft draft, MeasureCatalogue catalogue) {
        require(!draft.measures().isEmpty(), "measures", "a plan measures something");
        var seen = new HashSet<String>();
        for (int i = 0; i < draft.measures().size(); i++) {
            check(draft.measures().get(i), "measures[" + i + "]", catalogue, seen);
        }
        for (int i = 0; i < draft.goals().size(); i++) {
            check(draft.goals().get(i), "goals[" + i + "]", catalogue);
        }
        require(draft.activities().size() <= PlanRequest.MOST, "activities", "a plan has 50 activities at most");
        for (int i = 0; i < draft.activities().size(); i++) {
            check(draft.activities().get(i), "activities[" + i + "]");
        }
        checkSteps(draft);
        check(draft.checkins());
        require(within(draft.watchWeeks(), 0, 26), "watchWeeks", "a watch period lasts 0 to 26 weeks");
        checkNextSteps(draft);
    }

    private static void check(DraftMeasure measure, String field, MeasureCatalogue catalogue, Set<String> seen) {
        Measure known = catalogue
                .measure(String.valueOf(measure.measure()))
                .orElseThrow(() -> new PlanRefused.UnknownMeasure(field + ".measure"));
        require(seen.add(known.id()), field + ".measure", "a plan names a measure once");
        require(within(measure.everyWeeks(), 1, 52), field + ".everyWeeks", "a cadence is 1 to 52 weeks");
        Double baseline = measure.baseline();
        require(baseline == null || isOn(known, baseline), field + ".baseline", "the measure can not have this value");
        check(measure.terms(), field + ".terms");
        check(measure.offTrack(), field + ".offTrack");
        checkPatientItems(known, measure.patientItems(), field + ".patientItems");
    }

    private static void checkPatientItems(Measure known, List<String> items, String field) {
        if (!known.patientItems()) {
            require(items.isEmpty(), field, "the instrument has items of its own");
            return;
        }
        int fewest = known.scoring().atLeastAnswered();
        int most = known.items().size();
        require(
                within(items.size(), fewest, most),
                field,
                "name %d to %d activities of the patient's own, in the order in which they are asked"
                        .formatted(fewest, most));
        require(
                items.stream().allMatch(PlanCheck::isText) && Set.copyOf(items).size() == items.size(),
                field,
                "each is named once, with 1 to 500 characters");
    }

    private static void check(DraftGoal goal, String field, MeasureCatalogue catalogue) {
        boolean isReachable = catalogue
                .measure(goal.measure())
                .map(m -> isOn(m, goal.target()))
                .orElse(false);
        require(isReachable, field + ".target", "the measure can not have this value");
    }

    private static boolean isOn(Measure measure, double value) {
        return Double.isFinite(value)
                && value >= measure.minimum().doubleValue()
                && value <= measure.maximum().doubleValue();
    }

    private static void check(Activity activity, String field) {
        require(isCode(activity.id()), field + ".id", "a code has lower-case letters, digits and hyphens");
        require(isText(activity.title()), field + ".title", "an activity needs a title of 1 to 500 characters");
        require(within(activity.timesPerWeek(), 1, 70), field + ".timesPerWeek", "1 to 70 times a week");
    }

    private static void checkSteps(PlanDraft draft) {
        require(draft.steps().size() <= PlanRequest.MOST, "steps", "a plan has 50 steps at most");
        var seen = new HashSet<String>();
        for (int i = 0; i < draft.steps().size(); i++) {
            DraftStep step = draft.steps().get(i);
            String field = "steps[" + i + "]";
            require(isCode(step.id()), field + ".id", "a code has lower-case letters, digits and hyphens");
            require(seen.add(step.id()), field + ".id", "a plan names a step once");
            require(step.kind() != null, field + ".kind", "a step is EDUCATION, MEDICATION, APPOINTMENT or TEST");
            require(isText(step.title()), field + ".title", "a step needs a title of 1 to 500 characters");
            Integer afterDays = step.afterDays();
            require(
                    step.dueOn() != null || (afterDays != null && within(afterDays, 0, 366)),
                    field + ".dueOn",
                    "a step has a day, or 0 to 366 days after the plan takes effect");
        }
        require(within(draft.reviewWeeks(), 1, 52), "reviewWeeks", "a plan is reviewed after 1 to 52 weeks");
    }

    private static void check(CheckinTerms terms) {
        require(within(terms.windowDays(), 1, 7), "checkins.windowDays", "a window has 1 to 7 days");
        require(within(terms.graceHours(), 0, 168), "checkins.graceHours", "a grace has 0 to 168 hours");
        require(
                within(terms.missedTolerance(), 1, 26),
                "checkins.missedTolerance",
                "1 to 26 missed in a row are a stall");
        require(isText(terms.source()), "checkins.source", "say where the numbers come from");
        check(terms.sideEffects());
        check(terms.adherence());
    }

    private static void check(@Nullable SideEffectTerms terms) {
        String field = "checkins.sideEffects";
        if (terms == null) {
            throw new PlanRefused.Implausible(field, "say which side effects are a stall");
        }
        require(within(terms.persisting(), 1, 12), field + ".persisting", "1 to 12 check-ins in a row");
        require(within(terms.returnsWithinWeeks(), 0, 12), field + ".returnsWithinWeeks", "0 to 12 weeks");
        require(within(terms.medicationWeeks(), 0, 12), field + ".medicationWeeks", "0 to 12 weeks");
        require(within(terms.clearAfter(), 1, 12), field + ".clearAfter", "1 to 12 check-ins in a row");
        require(isText(terms.source()), field + ".source", "say where the numbers come from");
    }

    private static void check(@Nullable AdherenceTerms terms) {
        String field = "checkins.adherence";
        if (terms == null) {
            throw new PlanRefused.Implausible(field, "say when an activity counts as not done");
        }
        require(within(terms.checkins(), 1, 12), field + ".checkins", "1 to 12 check-ins in a row");
        require(within(terms.leastPercent(), 1, 100), field + ".leastPercent", "1 to 100 percent");
        require(isText(terms.source()), field + ".source", "say where the numbers come from");
    }

    private static void check(@Nullable OffTrackTerms terms, String field) {
        if (terms == null) {
            return;
        }
        int week = 0;
        for (OffTrackTerms.ExpectedImprovement point : terms.expected()) {
            require(point.week() > week && point.week() <= 104, field + ".expected", "weeks rise, from 1 to 104");
            require(
                    point.improvement() >= 0 && point.improvement() <= 100,
                    field + ".expected",
                    "an improvement is 0 to 100 percent of the baseline");
            week = point.week();
        }
        require(within(terms.expected().size(), 1, 26), field + ".expected", "a course has 1 to 26 points");
        check(terms.band(), field + ".band");
        require(within(terms.confirmingReadings(), 1, 10), field + ".confirmingReadings", "1 to 10 readings in a row");
        require(isText(terms.source()), field + ".source", "say where the course comes from");
    }

    private static void checkNextSteps(PlanDraft draft) {
        draft.nextSteps().forEach((rule, step) -> {
            String field = "nextSteps." + rule;
            require(RULES.contains(rule), field, "the rules are " + String.join(", ", new TreeSet<>(RULES)));
            require(isCode(step.code()), field + ".code", "a code has lower-case letters, digits and hyphens");
            require(isText(step.text()), field + ".text", "a next step needs a text of 1 to 500 characters");
        });
        require(draft.nextSteps().keySet().containsAll(RULES), "nextSteps", "every rule needs its next step");
    }

    private static void check(@Nullable StallTerms terms, String field) {
        if (terms == null) {
            return;
        }
        var plateau = terms.plateau();
        var regression = terms.regression();
        require(plateau != null && regression != null, field, "terms name plateau and regression");
        check(terms.measurementError(), field + ".measurementError");
        check(terms.importantChange(), field + ".importantChange");
        check(plateau.response(), field + ".plateau.response");
        check(plateau.progress(), field + ".plateau.progress");
        var counts = List.of(
                within(plateau.minimumWeeks(), 1, 52),
                within(plateau.minimumReadings(), 3, 52),
                within(plateau.windowWeeks(), 1, 52),
                within(plateau.confirmingReadings(), 1, 10),
                within(regression.confirmingReadings(), 1, 10));
        require(!counts.contains(false), field, "weeks 1 to 52, readings 3 to 52, confirming readings 1 to 10");
        require(
                regression.muchWorse() >= 1 && regression.muchWorse() <= 10,
                field + ".regression.muchWorse",
                "1 to 10 measurement errors");
        require(isText(plateau.source()), field + ".plateau.source", "say where the numbers come from");
        require(isText(regression.source()), field + ".regression.source", "say where the number comes from");
    }

    private static void check(@Nullable Threshold threshold, String field) {
        boolean isSaid = threshold != null && threshold.unit() != null && isText(threshold.source());
        require(isSaid, field, "a threshold has a value, a unit and a source");
        require(threshold != null && threshold.value() > 0 && threshold.value() <= 100, field + ".value", "0 to 100");
    }

    private static boolean within(int value, int from, int to) {
        return value >= from && value <= to;
    }

    private static boolean isCode(@Nullable String text) {
        return text != null && CODE.matcher(text).matches();
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT && text.indexOf(NUL) < 0;
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw new PlanRefused.Implausible(field, rule);
        }
    }
}
