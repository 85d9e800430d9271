package io.github.throughline.sandbox.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a patient answers a check-in, if at all. */
final class Attendance {

    private static final double MISSED = 0.07;
    private static final double LATE = 0.04;

    /** Nobody answers in the first hours of the window, which begins at midnight. */
    private static final Duration BREAKFAST = Duration.ofHours(7);

    private static final Duration BEFORE_THE_END = Duration.ofHours(3);

    private Attendance() {}

    /**
     * The moment of the answer; empty: never.
     *
     * @param window the check-in that opened
     */
    static Optional<Instant> answerAt(long seed, SimulatedPatient patient, Window window) {
        if (window.week() > patient.lastWeek()) {
            return Optional.empty();
        }
        var chance = Chance.of(seed, "attendance", patient.number(), window.week());
        double what = chance.nextDouble();
        // The first check-in is made together with the care team, so it is never missed.
        if (window.week() == 0 || what >= MISSED + LATE) {
            var span = Duration.between(
                    window.opensAt().plus(BREAKFAST), window.endsAt().minus(BEFORE_THE_END));
            return Optional.of(window.opensAt().plus(BREAKFAST).plus(part(span, chance.nextDouble())));
        }
        if (what < MISSED) {
            return Optional.empty();
        }
        return Optional.of(
                window.graceEndsAt().plus(Duration.ofHours(8)).plus(part(Duration.ofHours(40), chance.nextDouble())));
    }

    private static Duration part(Duration span, double share) {
        return Duration.ofMinutes((long) (Math.max(0, span.toMinutes()) * share));
    }
}
