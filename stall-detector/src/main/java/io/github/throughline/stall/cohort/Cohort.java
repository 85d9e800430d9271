package io.github.throughline.stall.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Simulated patients, the same for the same options.
 *
 * @param scale of the measure
 */
public record Cohort(CohortOptions options, Scale scale, List<SimulatedPatient> patients) {

    /** Patients are taken in where it hurts: from the middle of the scale to near its worst end. */
    public static final double LEAST_BASELINE = 0.5;

    public static final double MOST_BASELINE = 0.9;

    public Cohort {
        patients = List.copyOf(patients);
    }

    public static Cohort of(CohortOptions options) {
        var random = new SplittableRandom(options.seed());
        var scale = Scale.of(options.measure());
        var patients = new ArrayList<SimulatedPatient>();
        int positive = (int) Math.round(options.patients() * options.baseRate());
        for (int number = 0; number < options.patients(); number++) {
            Trajectory trajectory = trajectory(number < positive, random);
            patients.add(patient("p-%05d".formatted(number + 1), trajectory, options, scale, random.split()));
        }
        return new Cohort(options, scale, patients);
    }

    /**
     * The patients of whom anybody could tell.
     *
     * @param minimumWeeks before these it is too early to say
     */
    public List<SimulatedPatient> judged(int minimumWeeks) {
        return patients.stream()
                .filter(patient -> patient.canBeJudged(minimumWeeks, options.everyWeeks()))
                .toList();
    }

    private static Trajectory trajectory(boolean isPositive, SplittableRandom random) {
        double left = random.nextDouble();
        Trajectory last = null;
        for (Trajectory trajectory : Trajectory.values()) {
            if (trajectory.isPositive() == isPositive) {
                last = trajectory;
                left -= trajectory.share();
                if (left < 0) {
                    break;
                }
            }
        }
        if (last == null) {
            throw new IllegalStateException("no trajectory of this kind");
        }
        return last;
    }

    private static SimulatedPatient patient(
            String id, Trajectory trajectory, CohortOptions options, Scale scale, SplittableRandom random) {
        double baseline = scale.range() * random.nextDouble(LEAST_BASELINE, MOST_BASELINE);
        double magnitude = random.nextDouble();
        int lastWeek = random.nextDouble() < options.dropOut() ? random.nextInt(1, options.weeks()) : options.weeks();
        var reports = new ArrayList<SimulatedPatient.Report>();
        for (int week = 0; week <= lastWeek; week += options.everyWeeks()) {
            double noise = options.noise() * random.nextGaussian();
            boolean isMissing = random.nextDouble() < options.missing() && week > 0;
            if (!isMissing) {
                double severity = trajectory.severity(baseline, magnitude, scale, week) + noise;
                reports.add(new SimulatedPatient.Report(week, scale.value(severity)));
            }
        }
        return new SimulatedPatient(id, trajectory, lastWeek, reports);
    }
}
