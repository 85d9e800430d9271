package io.github.throughline.sandbox.simulation;

import java.time.ZoneId;

/**
 * A patient who does not exist.
 *
 * @param number from 1, within the population
 * @param baseline level in week 0, on a scale of 0 (well) to 10 (worst)
 * @param startDay the plan begins so many days after the start of the simulation
 * @param lastWeek the last week in which the patient answers; a drop-out's is early, else beyond the end
 * @param route how the patient's answers reach the system
 * @param provider who is told outside, besides the coordinator
 * @param consent whether the patient lets them be told
 */
public record SimulatedPatient(
        int number,
        String name,
        Trajectory trajectory,
        String program,
        ZoneId zone,
        double baseline,
        int startDay,
        int lastWeek,
        Route route,
        Provider provider,
        Consent consent) {

    /** How answers come in. */
    public enum Route {
        APP,
        PARTNER_TOPIC
    }

    /** An outside provider of the care team. */
    public enum Provider {
        NONE,
        WEBHOOK,
        PARTNER_TOPIC
    }

    /** The patient's permission that the outside provider hears of escalations. */
    public enum Consent {
        GIVEN,
        /** Given at first, and taken back in the middle. */
        WITHDRAWN,
        NEVER_GIVEN
    }

    /** Whether the patient stops answering before the end of so many weeks. */
    public boolean dropsOut(int weeks) {
        return lastWeek < weeks - 1;
    }

    /** What partners call the patient. */
    public String partnerPatient() {
        return "MRN-%05d".formatted(10_000 + number);
    }
}
