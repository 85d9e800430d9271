package io.github.throughline.stall.calibration;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.LawfulTerms;
import io.github.throughline.measures.Measure;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The terms to choose among: around the catalogue's, as far as a plan may be signed with them. */
final class Candidates {

    private static final double[] RESPONSES = {2.0 / 3, 1, 4.0 / 3};
    private static final double[] PROGRESSES = {0.5, 1, 1.5};
    private static final int[] WEEKS = {-2, 0, 2};
    private static final int[] READINGS = {-1, 0, 1};

    private final Measure measure;
    private final StallTerms usual;
    private final String source;

    /** @param source of the numbers that differ from the catalogue's */
    Candidates(Measure measure, String source) {
        this.measure = measure;
        this.usual = DefaultTerms.stallTerms(measure, null);
        this.source = source;
    }

    /**
     * One of them.
     *
     * @param changes in how many numbers it differs from the catalogue's
     */
    record Candidate(StallTerms terms, int changes) {}

    /** The catalogue's own first. */
    List<Candidate> all() {
        var all = new ArrayList<Candidate>();
        all.add(new Candidate(usual, 0));
        for (StallTerms.Plateau plateau : plateaus()) {
            for (int readings : READINGS) {
                var terms = new StallTerms(
                        usual.measurementError(), usual.importantChange(), plateau, regression(readings));
                int changes = changes(terms);
                if (changes > 0 && LawfulTerms.faults(measure, terms, null).isEmpty()) {
                    all.add(new Candidate(terms, changes));
                }
            }
        }
        return all;
    }

    private List<StallTerms.Plateau> plateaus() {
        var plateaus = new ArrayList<StallTerms.Plateau>();
        for (int minimum : WEEKS) {
            for (int window : WEEKS) {
                for (int readings : READINGS) {
                    for (double response : RESPONSES) {
                        for (double progress : PROGRESSES) {
                            plateaus.add(plateau(minimum, window, readings, response, progress));
                        }
                    }
                }
            }
        }
        return plateaus;
    }

    private StallTerms.Plateau plateau(int minimum, int window, int readings, double response, double progress) {
        StallTerms.Plateau plateau = usual.plateau();
        boolean isUsual = minimum == 0 && window == 0 && readings == 0;
        return new StallTerms.Plateau(
                plateau.minimumWeeks() + minimum,
                plateau.minimumReadings(),
                plateau.windowWeeks() + window,
                times(plateau.response(), response),
                times(plateau.progress(), progress),
                plateau.confirmingReadings() + readings,
                isUsual ? plateau.source() : source);
    }

    private StallTerms.Regression regression(int readings) {
        StallTerms.Regression regression = usual.regression();
        return new StallTerms.Regression(
                regression.confirmingReadings() + readings,
                regression.muchWorse(),
                readings == 0 ? regression.source() : source);
    }

    private Threshold times(Threshold threshold, double factor) {
        return factor == 1
                ? threshold
                : new Threshold(Math.round(threshold.value() * factor * 100) / 100.0, threshold.unit(), source);
    }

    private int changes(StallTerms terms) {
        StallTerms.Plateau plateau = terms.plateau();
        return (int) Stream.of(
                        plateau.minimumWeeks() != usual.plateau().minimumWeeks(),
                        plateau.windowWeeks() != usual.plateau().windowWeeks(),
                        plateau.confirmingReadings() != usual.plateau().confirmingReadings(),
                        plateau.response().value() != usual.plateau().response().value(),
                        plateau.progress().value() != usual.plateau().progress().value(),
                        terms.regression().confirmingReadings()
                                != usual.regression().confirmingReadings())
                .filter(isChanged -> isChanged)
                .count();
    }
}
