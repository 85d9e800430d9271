package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import io.github.throughline.stall.detection.Change.EscalationChanged;
import io.github.throughline.stall.detection.Change.VerdictChanged;
import io.github.throughline.stall.detection.CheckinAnswer.ActivityDone;
import io.github.throughline.stall.detection.CheckinAnswer.Grade;
import io.github.throughline.stall.detection.CheckinAnswer.MedicationChange;
import io.github.throughline.stall.detection.CheckinAnswer.SideEffect;
import io.github.throughline.stall.detection.Fact.CheckinState;
import io.github.throughline.stall.detection.Fact.PlanState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in one episode, told week by week, and what the detector made of it. */
final class Story {

    static final UUID EPISODE = new UUID(7, 7);
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    static final String PAIN = "NPRS";

    private final List<Change> changes = new ArrayList<>();
    private EpisodeTrend trend = EpisodeTrend.begin(EPISODE);
    private Step.Reception reception = Step.Reception.NOTHING_NEW;

    // facts

    static Instant day(double days) {
        return START.plusMillis((long) (days * 86_400_000));
    }

    /** Noon of the first day of a week. */
    static Instant week(int week) {
        return day(7 * week + 0.5);
    }

    static Fact reading(int week, double value) {
        return reading("week " + week, week(week), value);
    }

    static Fact reading(String id, Instant at, double value) {
        return reading(id, 1, at, PAIN, value);
    }

    static Fact.ReadingTaken reading(String id, int version, Instant at, String measure, @Nullable Double value) {
        UUID reading = NameBasedId.of(EPISODE, id);
        return new Fact.ReadingTaken(
                NameBasedId.of(reading, "event " + version), at, reading, version, measure, value, List.of());
    }

    static Fact.ReadingTaken answer9(String id, int version, Instant at, int answer) {
        var reading = reading(id, version, at, "PHQ-9", null);
        var answers = answer == 0 ? List.<SafetyAnswer>of() : List.of(new SafetyAnswer("9", answer));
        return new Fact.ReadingTaken(reading.eventId(), at, reading.readingId(), version, "PHQ-9", null, answers);
    }

    static Fact missed(int week) {
        return checkin(week, week(week).plus(Duration.ofDays(4)), 3, CheckinState.MISSED);
    }

    static Fact answered(int week) {
        return checkin(week, week(week), 2, CheckinState.ANSWERED);
    }

    /** An answer that says something. */
    static Fact.CheckinStands answered(int week, CheckinAnswer answer) {
        UUID checkin = NameBasedId.of(EPISODE, "checkin " + week);
        return new Fact.CheckinStands(week(week), checkin, 2, CheckinState.ANSWERED, answer);
    }

    /** What an answer says: a side effect. */
    static CheckinAnswer says(String term, Grade grade) {
        return new CheckinAnswer(2, List.of(new SideEffect(term, grade, "duloxetine")), List.of(), List.of());
    }

    /** What an answer says: a side effect, and that its medication was changed. */
    static CheckinAnswer says(String term, Grade grade, CheckinAnswer.Direction change) {
        return new CheckinAnswer(
                2,
                List.of(new SideEffect(term, grade, "duloxetine")),
                List.of(new MedicationChange("duloxetine", change)),
                List.of());
    }

    /** What an answer says: that exercise, planned 5 times, was done so often. */
    static CheckinAnswer exercised(int done) {
        return new CheckinAnswer(2, List.of(), List.of(), List.of(new ActivityDone("exercise", done, 5)));
    }

    static Fact answeredLate(int week, Instant at) {
        return checkin(week, at, 4, CheckinState.ANSWERED);
    }

    static Fact due(int week, int version, Instant at) {
        return checkin(week, at, version, CheckinState.DUE);
    }

    static Fact missedAgain(int week, int version, Instant at) {
        return checkin(week, at, version, CheckinState.MISSED);
    }

    private static Fact checkin(int week, Instant at, int version, CheckinState state) {
        UUID checkin = NameBasedId.of(EPISODE, "checkin " + week);
        return new Fact.CheckinStands(at, checkin, version, state);
    }

    static Fact decided(Escalation escalation, Instant at) {
        UUID decision = NameBasedId.of(escalation.id().value(), "decision");
        return new Fact.Decided(at, decision, 1, escalation.id());
    }

    static Fact passed(Instant at) {
        return new Fact.TimePassed(new UUID(9, at.toEpochMilli()), at);
    }

    static Fact signed(PlanTerms plan) {
        return stands(plan, 1, PlanState.IN_FORCE, plan.effectiveFrom());
    }

    static Fact stands(PlanTerms plan, int version, PlanState state, Instant at) {
        UUID event = NameBasedId.of(plan.planId(), plan.version() + "." + version);
        return new Fact.PlanStands(event, at, version, state, plan);
    }

    // plans

    /** Target 3; 6 weeks, 4 readings, window of 4 weeks, 30 % response, 1 point of progress, 2 points of error. */
    static PlanTerms plan() {
        return plan(1, START, Map.of(PAIN, terms(3.0, 1)));
    }

    static PlanTerms plan(int version, Instant from, Map<String, MeasureTerms> measures) {
        return plan(new UUID(8, 1), version, from, measures);
    }

    static PlanTerms plan(UUID id, int version, Instant from, Map<String, MeasureTerms> measures) {
        return new PlanTerms(
                id,
                version,
                "digest of " + id + "." + version,
                from,
                Duration.ofDays(28),
                new CheckinTerms(
                        3,
                        24,
                        2,
                        new SideEffectTerms(2, 8, 4, 2, "the plan"),
                        new AdherenceTerms(3, 50, "the plan"),
                        "the plan"),
                new LinkedHashMap<>(measures),
                Set.of("exercise"),
                Map.of("plateau", "bring-physician-back", "safety-answer", "call-now"));
    }

    static MeasureTerms terms(@Nullable Double target, int confirming) {
        return terms(PAIN, Direction.HIGHER_IS_WORSE, target, confirming);
    }

    static MeasureTerms terms(String measure, Direction direction, @Nullable Double target, int confirming) {
        var points = Threshold.Unit.POINTS;
        var plateau = new StallTerms.Plateau(
                6,
                4,
                4,
                new Threshold(30, Threshold.Unit.PERCENT_OF_BASELINE, "IMMPACT"),
                new Threshold(1, points, "the plan"),
                confirming,
                "the plan");
        var stall = new StallTerms(
                new Threshold(2, points, "an MDC"),
                new Threshold(3, points, "an MCID"),
                plateau,
                new StallTerms.Regression(2, 1.5, "the plan"));
        return new MeasureTerms(new PlannedMeasure(measure, "1", direction, 1, null, stall, null, List.of()), target);
    }

    /** The same, and an improvement of 30 % is expected after 4 weeks, of 50 % after 12, with a band of 10 %. */
    static MeasureTerms expecting(MeasureTerms terms) {
        var course = new OffTrackTerms(
                List.of(new OffTrackTerms.ExpectedImprovement(4, 30), new OffTrackTerms.ExpectedImprovement(12, 50)),
                new Threshold(10, Threshold.Unit.PERCENT_OF_BASELINE, "the program"),
                2,
                "the program");
        return with(terms, terms.stall(), course, terms.measure().patientItems());
    }

    /** The same, but that its items stand for what the patient chose. */
    static MeasureTerms of(MeasureTerms terms, String... patientItems) {
        return with(terms, terms.stall(), terms.measure().offTrack(), List.of(patientItems));
    }

    /** The same, but that so many readings in a row confirm a regression. */
    static MeasureTerms confirmedBy(int readings, MeasureTerms terms) {
        StallTerms stall = terms.stall();
        var regression = new StallTerms.Regression(readings, 1.5, "the plan");
        var confirmed = new StallTerms(stall.measurementError(), stall.importantChange(), stall.plateau(), regression);
        return with(
                terms, confirmed, terms.measure().offTrack(), terms.measure().patientItems());
    }

    private static MeasureTerms with(
            MeasureTerms terms, StallTerms stall, @Nullable OffTrackTerms course, List<String> patientItems) {
        PlannedMeasure measure = terms.measure();
        var planned = new PlannedMeasure(
                measure.measure(),
                measure.measureVersion(),
                measure.direction(),
                measure.everyWeeks(),
                measure.baseline(),
                stall,
                course,
                patientItems);
        return new MeasureTerms(planned, terms.target());
    }

    // telling

    static Story under(PlanTerms plan) {
        return new Story().then(signed(plan));
    }

    /** What comes after a trend that was kept. */
    static Story continuing(EpisodeTrend kept) {
        var story = new Story();
        story.trend = kept;
        return story;
    }

    static Story underPlan() {
        return under(plan());
    }

    /** Readings of pain in weeks 0, 1, 2 ... */
    Story readings(double... values) {
        for (int week = 0; week < values.length; week++) {
            then(reading(week, values[week]));
        }
        return this;
    }

    Story then(Fact... facts) {
        for (Fact fact : facts) {
            Step step = trend.accept(fact);
            trend = step.trend();
            reception = step.reception();
            changes.addAll(step.changes());
        }
        return this;
    }

    Story then(List<Fact> facts) {
        return then(facts.toArray(new Fact[0]));
    }

    /** Forgets the changes up to here. */
    Story meanwhile() {
        changes.clear();
        return this;
    }

    // what came of it

    EpisodeTrend trend() {
        return trend;
    }

    Step.Reception reception() {
        return reception;
    }

    List<EscalationChanged> told() {
        return changes.stream()
                .filter(EscalationChanged.class::isInstance)
                .map(EscalationChanged.class::cast)
                .toList();
    }

    List<EscalationChanged> told(Rule rule) {
        return told().stream().filter(c -> c.escalation().rule() == rule).toList();
    }

    /** Each as rule state version, e.g. plateau RAISED 1. */
    List<String> toldInShort() {
        return told().stream()
                .map(c -> c.escalation().rule().id() + " " + c.state() + " " + c.version())
                .toList();
    }

    Escalation only() {
        var escalations = trend.escalations();
        if (escalations.size() != 1) {
            throw new AssertionError("expected one escalation: " + escalations);
        }
        return escalations.getFirst();
    }

    List<String> verdicts() {
        return changes.stream()
                .filter(VerdictChanged.class::isInstance)
                .map(VerdictChanged.class::cast)
                .map(v -> v.verdict().kind() + " " + v.verdict().reason().code())
                .toList();
    }
}
