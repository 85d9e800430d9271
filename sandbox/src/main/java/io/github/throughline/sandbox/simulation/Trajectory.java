package io.github.throughline.sandbox.simulation;

import java.util.Locale;

/** How a simulated patient's complaint goes over the weeks. */
public enum Trajectory {
    /** Improves from the first week on, and stays well. */
    EARLY_RESPONDER {
        @Override
        double level(double baseline, double week) {
            return FLOOR + (baseline - FLOOR) * Math.exp(-week / 2.2);
        }
    },
    /** Hardly moves until the sixth week, and then improves quickly. */
    LATE_RESPONDER {
        @Override
        double level(double baseline, double week) {
            return FLOOR + (baseline - FLOOR) * (1 - logistic((week - 6) / 0.5));
        }
    },
    /** Hardly moves at all. */
    NON_RESPONDER {
        @Override
        double level(double baseline, double week) {
            return baseline - 0.3 * (1 - Math.exp(-week / 4));
        }
    },
    /** Improves early, and loses most of it again after the eighth week. */
    RELAPSE {
        @Override
        double level(double baseline, double week) {
            double kept = EARLY_RESPONDER.level(baseline, week);
            return kept + (baseline - 1 - kept) * logistic((week - 10) / 0.6);
        }
    };

    private static final double FLOOR = 1;

    /**
     * The true level in a week, without noise.
     *
     * @param baseline level in week 0, on a scale of 0 (well) to 10 (worst)
     * @param week weeks since the plan began
     */
    abstract double level(double baseline, double week);

    /** The word that reports use, e.g. early-responder. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
