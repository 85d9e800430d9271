package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds an escalation's verdict again from its evidence alone: for whoever does not want to believe it. */
public final class Recomputation {

    private static final Threshold NONE = new Threshold(0, Threshold.Unit.POINTS, "not applied by the rule");

    private final Evidence evidence;
    private final Map<String, Limit> limits;

    private Recomputation(Evidence evidence) {
        this.evidence = evidence;
        this.limits = evidence.thresholds().stream().collect(Collectors.toMap(Limit::name, Function.identity()));
    }

    /**
     * Whether the rule holds for the evidence, with the level and the margin that the evidence states. A baseline alone
     * is taken as stated: it can be the plan's own.
     *
     * @throws IllegalArgumentException when the evidence lacks what the rule needs
     */
    public static boolean confirms(Rule rule, Evidence evidence) {
        var recomputation = new Recomputation(evidence);
        return switch (rule) {
            case PLATEAU -> recomputation.plateau();
            case REGRESSION -> recomputation.regression();
            case MISSED_CHECKINS -> recomputation.missedCheckins();
            case SAFETY_ANSWER -> recomputation.safetyAnswer();
            case OFF_TRACK -> recomputation.offTrack();
            case SIDE_EFFECT -> recomputation.sideEffect();
            case ADHERENCE -> recomputation.adherence();
        };
    }

    private boolean plateau() {
        return isStated(new Plateau(terms(evidence.baseline())).find(evidence.readings()));
    }

    private boolean offTrack() {
        var expected = limits.values().stream()
                .flatMap(limit -> limit.expected().stream())
                .sorted(Comparator.comparingInt(OffTrackTerms.ExpectedImprovement::week))
                .toList();
        var course = new OffTrackTerms(expected, threshold("band"), count("confirmingReadings"), "");
        return isStated(new OffTrack(terms(evidence.baseline()), course).find(evidence.readings()));
    }

    private boolean isStated(Optional<Finding> found) {
        return found.filter(finding -> isStated(finding) && finding.readings().equals(evidence.readings()))
                .isPresent();
    }

    private boolean sideEffect() {
        var terms =
                new SideEffectTerms(count("persisting"), count("returnsWithinWeeks"), count("medicationWeeks"), 1, "");
        List<AnsweredCheckin> answers = evidence.answers();
        return !answers.isEmpty()
                && answers.getLast().answer().sideEffects().stream()
                        .anyMatch(said -> new SideEffects(terms)
                                .find(said.term(), answers)
                                .filter(found -> found.used().equals(answers))
                                .isPresent());
    }

    /** The activity was not done, and the measure stalls or worsens. */
    private boolean adherence() {
        var terms = new AdherenceTerms(count("adherenceCheckins"), count("leastAdherence"), "");
        List<AnsweredCheckin> answers = evidence.answers();
        boolean isNotDone = !answers.isEmpty()
                && answers.getLast().answer().activities().stream()
                        .anyMatch(said -> new Adherence(terms)
                                .find(said.activity(), answers)
                                .equals(answers));
        return isNotDone && (evidence.showsPlateau() ? plateau() : regression());
    }

    private boolean missedCheckins() {
        int margin = evidence.missedCheckins().size() - count("missedTolerance");
        return margin >= 0 && isStated(evidence.margin(), margin);
    }

    private boolean safetyAnswer() {
        return !evidence.readings().isEmpty()
                && evidence.safetyAnswers().stream().anyMatch(answer -> answer.answer() > 0);
    }

    /** The readings of the level that was lost come first: the baseline alone, or three in a row. */
    private boolean regression() {
        return holdsAgainst(1) || holdsAgainst(Regression.SUSTAINED);
    }

    private boolean holdsAgainst(int better) {
        var regression = new Regression(terms(null));
        List<Reading> readings = evidence.readings();
        Double reference = evidence.baseline();
        if (reference == null || readings.size() <= better) {
            return false;
        }
        List<Reading> lost = readings.subList(0, better);
        return (better == 1 || isStated(reference, regression.sustained(lost)))
                && regression
                        .find(reference, lost, readings.subList(better, readings.size()))
                        .filter(this::isStated)
                        .isPresent();
    }

    private boolean isStated(Finding found) {
        return isStated(evidence.level(), found.level()) && isStated(evidence.margin(), found.margin());
    }

    private static boolean isStated(@Nullable Double stated, double computed) {
        return stated != null && Double.compare(stated, computed) == 0;
    }

    private MeasureTerms terms(@Nullable Double baseline) {
        String measure = evidence.measure();
        Direction direction = evidence.direction();
        if (measure == null || direction == null) {
            throw new IllegalArgumentException("the evidence names no measure or no direction");
        }
        var planned = new PlannedMeasure(measure, "", direction, 1, baseline, stallTerms(), null, List.of());
        return new MeasureTerms(planned, evidence.target());
    }

    private StallTerms stallTerms() {
        return new StallTerms(
                threshold("measurementError"),
                threshold("importantChange"),
                new StallTerms.Plateau(
                        number("minimumWeeks"),
                        number("minimumReadings"),
                        number("windowWeeks"),
                        limits.containsKey("response") ? threshold("response") : NONE,
                        limits.containsKey(Limit.PROGRESS) ? threshold(Limit.PROGRESS) : NONE,
                        count("confirmingReadings"),
                        ""),
                new StallTerms.Regression(
                        count("confirmingReadings"),
                        limits.containsKey("muchWorse") ? limit("muchWorse").value() : 1,
                        ""));
    }

    private Threshold threshold(String name) {
        return limit(name).threshold();
    }

    /** A count that the rule may not apply. */
    private int number(String name) {
        return limits.containsKey(name) ? count(name) : 0;
    }

    private int count(String name) {
        return (int) limit(name).value();
    }

    private Limit limit(String name) {
        Limit limit = limits.get(name);
        if (limit == null) {
            throw new IllegalArgumentException("the evidence lacks the threshold " + name);
        }
        return limit;
    }
}
