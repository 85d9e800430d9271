package io.github.throughline.sandbox.simulation;

import io.github.throughline.measures.Measure;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a patient answers: the trajectory's level in the measure's own points, with noise. */
final class Answers {

    /** Standard deviation of one week's answer on a scale of 0 to 10, as weekly pain diaries show it. */
    static final double NOISE = 0.9;

    /** Standard deviation between the items of one answer, on the same scale. */
    private static final double BETWEEN_ITEMS = 0.5;

    private final long seed;

    Answers(long seed) {
        this.seed = seed;
    }

    /**
     * Answers to the items of a measure; empty where it has none and only a total is known.
     *
     * @param week weeks since the plan began
     */
    Map<String, Integer> items(SimulatedPatient patient, Measure measure, double week) {
        var chance = chance(patient, measure, week);
        double level = noisyLevel(patient, week, chance);
        var answers = new LinkedHashMap<String, Integer>();
        for (var item : measure.items()) {
            double own = measure.items().size() == 1 ? level : level + BETWEEN_ITEMS * chance.nextGaussian();
            double share = share(measure, own);
            answers.put(item.id(), (int) Math.round(item.minimum() + share * (item.maximum() - item.minimum())));
        }
        measure.safetyItems().forEach(safety -> answers.put(safety.item(), safetyAnswer(patient, week, safety)));
        return answers;
    }

    /** The total of a measure that has no items. */
    BigDecimal total(SimulatedPatient patient, Measure measure, double week) {
        double share = share(measure, noisyLevel(patient, week, chance(patient, measure, week)));
        double range = measure.maximum().subtract(measure.minimum()).doubleValue();
        return measure.minimum()
                .add(BigDecimal.valueOf(share * range))
                .setScale(measure.scoring().decimals(), RoundingMode.HALF_UP);
    }

    /** A thought of not wanting to live is rare, and one is enough to be told at once. */
    private int safetyAnswer(SimulatedPatient patient, double week, Measure.SafetyItem safety) {
        var chance = Chance.of(seed, "safety", patient.number(), safety.item());
        boolean inThisRun = chance.nextInt(3) == 0;
        int inWeek = 2 + chance.nextInt(4);
        return inThisRun && inWeek == (int) week ? safety.above() + 1 : safety.above();
    }

    private double noisyLevel(SimulatedPatient patient, double week, RandomGenerator chance) {
        return patient.trajectory().level(patient.baseline(), week) + NOISE * chance.nextGaussian();
    }

    /** Where on the measure's scale a level of 0 (well) to 10 (worst) lies, 0 to 1. */
    private static double share(Measure measure, double level) {
        double badness = Math.clamp(level, 0, 10) / 10;
        return measure.direction() == Direction.HIGHER_IS_WORSE ? badness : 1 - badness;
    }

    private RandomGenerator chance(SimulatedPatient patient, Measure measure, double week) {
        return Chance.of(seed, "answer", patient.number(), measure.id(), week);
    }
}
