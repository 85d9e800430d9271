package io.github.throughline.signedplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The terms of a plan version by name, each as people write it. */
final class PlanTerms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Map<String, String> terms = new LinkedHashMap<>();

    private PlanTerms() {}

    static Map<String, String> of(PlanContent content) {
        var all = new PlanTerms();
        all.terms.put("program", content.program());
        for (PlannedMeasure measure : content.measures()) {
            content.goal(measure.measure()).ifPresent(all::add);
            all.add(measure);
        }
        content.goals().forEach(all::add);
        all.add(content.checkins());
        all.terms.put("watch period after a decision", weeks(content.watchWeeks()));
        content.activities().forEach(all::add);
        content.steps().forEach(all::add);
        all.terms.put("next review", day(content.reviewOn()));
        new TreeMap<>(content.nextSteps()).forEach(all::add);
        return all.terms;
    }

    private void add(PlannedMeasure measure) {
        String of = measure.measure() + " ";
        terms.put(of + "cadence", measure.everyWeeks() == 1 ? "every week" : "every " + weeks(measure.everyWeeks()));
        terms.put(of + "version in the catalogue", measure.measureVersion());
        terms.put(of + "better end", measure.direction() == PlannedMeasure.Direction.HIGHER_IS_BETTER ? "high" : "low");
        if (!measure.patientItems().isEmpty()) {
            terms.put(of + "asks for", String.join("; ", measure.patientItems()));
        }
        Double baseline = measure.baseline();
        terms.put(of + "baseline", baseline == null ? "the first reading" : number(baseline));
        add(of, measure.terms());
        OffTrackTerms offTrack = measure.offTrack();
        if (offTrack != null) {
            add(of, offTrack);
        }
    }

    private void add(String of, OffTrackTerms offTrack) {
        offTrack.expected()
                .forEach(point -> terms.put(
                        "%sexpected after %s".formatted(of, weeks(point.week())),
                        number(point.improvement()) + " % of baseline"));
        add(of + "off track below it by", offTrack.band());
        terms.put(of + "off track holds at", readings(offTrack.confirmingReadings()));
        terms.put(of + "expected course, source", offTrack.source());
    }

    private void add(String of, StallTerms stall) {
        add(of + "measurement error", stall.measurementError());
        add(of + "important change", stall.importantChange());
        StallTerms.Plateau plateau = stall.plateau();
        terms.put(of + "plateau after", weeks(plateau.minimumWeeks()));
        terms.put(of + "plateau with at least", many(plateau.minimumReadings(), "reading"));
        terms.put(of + "plateau looks back", weeks(plateau.windowWeeks()));
        add(of + "plateau unless improved by", plateau.response());
        add(of + "plateau unless progress of", plateau.progress());
        terms.put(of + "plateau holds at", readings(plateau.confirmingReadings()));
        terms.put(of + "plateau, source", plateau.source());
        terms.put(of + "regression holds at", readings(stall.regression().confirmingReadings()));
        terms.put(of + "regression much worse at", number(stall.regression().muchWorse()) + " errors");
        terms.put(of + "regression, source", stall.regression().source());
    }

    private void add(String term, Threshold threshold) {
        String unit = threshold.unit() == Threshold.Unit.POINTS ? " points" : " % of baseline";
        terms.put(term, number(threshold.value()) + unit);
        terms.put(term + ", source", threshold.source());
    }

    private void add(Goal goal) {
        terms.put(goal.measure() + " target", number(goal.target()));
        terms.put(goal.measure() + " target by", day(goal.by()));
    }

    private void add(CheckinTerms checkins) {
        terms.put("check-in open for", many(checkins.windowDays(), "day"));
        terms.put("check-in grace", many(checkins.graceHours(), "hour"));
        terms.put("stall after", inARow(checkins.missedTolerance(), "missed check-in"));
        terms.put("check-ins, source", checkins.source());
        add(checkins.sideEffects());
        add(checkins.adherence());
    }

    private void add(SideEffectTerms sideEffects) {
        terms.put("moderate side effect persists at", checkins(sideEffects.persisting()));
        terms.put("moderate side effect returns within", weeks(sideEffects.returnsWithinWeeks()));
        terms.put("side effect of a medication within", weeks(sideEffects.medicationWeeks()));
        terms.put("side effect over after", checkins(sideEffects.clearAfter()));
        terms.put("side effects, source", sideEffects.source());
    }

    private void add(AdherenceTerms adherence) {
        terms.put("activity not done below", adherence.leastPercent() + " % of the planned times");
        terms.put("activity not done at", checkins(adherence.checkins()));
        terms.put("adherence, source", adherence.source());
    }

    private void add(Activity activity) {
        String often = activity.timesPerWeek() == 1 ? "once a week" : activity.timesPerWeek() + " times a week";
        terms.put("activity " + activity.id(), "%s (%s)".formatted(often, activity.title()));
    }

    private void add(PlannedStep step) {
        String kind = step.kind().name().toLowerCase(Locale.ROOT);
        terms.put(kind + " " + step.id(), "%s, by %s".formatted(step.title(), day(step.dueOn())));
    }

    private void add(String rule, NextStep step) {
        terms.put("next step on " + rule, "%s (%s)".formatted(step.text(), step.code()));
    }

    private static String weeks(int weeks) {
        return many(weeks, "week");
    }

    private static String readings(int readings) {
        return inARow(readings, "reading");
    }

    private static String checkins(int checkins) {
        return inARow(checkins, "check-in");
    }

    private static String inARow(int count, String what) {
        return many(count, what) + (count == 1 ? "" : " in a row");
    }

    private static String many(int count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
