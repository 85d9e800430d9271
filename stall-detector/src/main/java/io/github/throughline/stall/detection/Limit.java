package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number of the plan's terms that a rule applied.
 *
 * @param name of the term, e.g. importantChange
 * @param source where the number comes from
 */
public record Limit(String name, double value, Unit unit, String source) {

    /** Unit of the value. */
    public enum Unit {
        POINTS,
        PERCENT,
        WEEKS,
        COUNT,
        FACTOR
    }

    /** A term of plateaus alone. */
    static final String PROGRESS = "progress";

    private static final String EXPECTED = "expectedAtWeek";

    static Limit of(String name, Threshold threshold) {
        Unit unit = threshold.unit() == Threshold.Unit.POINTS ? Unit.POINTS : Unit.PERCENT;
        return new Limit(name, threshold.value(), unit, threshold.source());
    }

    Threshold threshold() {
        Threshold.Unit as = unit == Unit.POINTS ? Threshold.Unit.POINTS : Threshold.Unit.PERCENT_OF_BASELINE;
        return new Threshold(value, as, source);
    }

    /** What a rule about a measure applies. */
    static List<Limit> of(Rule rule, MeasureTerms terms) {
        return switch (rule) {
            case PLATEAU -> ofPlateau(terms.stall());
            case REGRESSION -> ofRegression(terms.stall());
            case OFF_TRACK -> ofOffTrack(terms);
            default -> throw new IllegalArgumentException(rule.id() + " is not about a measure");
        };
    }

    private static List<Limit> ofPlateau(StallTerms terms) {
        StallTerms.Plateau plateau = terms.plateau();
        return List.of(
                of("measurementError", terms.measurementError()),
                of("importantChange", terms.importantChange()),
                of("response", plateau.response()),
                of(PROGRESS, plateau.progress()),
                new Limit("minimumWeeks", plateau.minimumWeeks(), Unit.WEEKS, plateau.source()),
                new Limit("minimumReadings", plateau.minimumReadings(), Unit.COUNT, plateau.source()),
                new Limit("windowWeeks", plateau.windowWeeks(), Unit.WEEKS, plateau.source()),
                new Limit("confirmingReadings", plateau.confirmingReadings(), Unit.COUNT, plateau.source()));
    }

    private static List<Limit> ofRegression(StallTerms terms) {
        StallTerms.Regression regression = terms.regression();
        return List.of(
                of("measurementError", terms.measurementError()),
                of("importantChange", terms.importantChange()),
                new Limit("confirmingReadings", regression.confirmingReadings(), Unit.COUNT, regression.source()),
                new Limit("muchWorse", regression.muchWorse(), Unit.FACTOR, regression.source()));
    }

    private static List<Limit> ofOffTrack(MeasureTerms terms) {
        OffTrackTerms course = terms.offTrack().orElseThrow();
        var limits = new ArrayList<Limit>();
        limits.add(of("measurementError", terms.stall().measurementError()));
        limits.add(of("importantChange", terms.stall().importantChange()));
        limits.add(of("band", course.band()));
        limits.add(new Limit("confirmingReadings", course.confirmingReadings(), Unit.COUNT, course.source()));
        course.expected()
                .forEach(point -> limits.add(
                        new Limit(EXPECTED + point.week(), point.improvement(), Unit.PERCENT, course.source())));
        return limits;
    }

    /** The point of an expected course that this is. */
    Optional<OffTrackTerms.ExpectedImprovement> expected() {
        return name.startsWith(EXPECTED)
                ? Optional.of(new OffTrackTerms.ExpectedImprovement(
                        Integer.parseInt(name.substring(EXPECTED.length())), value))
                : Optional.empty();
    }
}
