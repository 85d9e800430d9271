package io.github.throughline.stall.cohort;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The true course of a patient. Severity is what is left of the distance from the best end of the scale: the baseline
 * in week 0, then the baseline less a change.
 */
public enum Trajectory {
    /** Recovers by the full change within five weeks. */
    EARLY(null, 0.50),
    /** Recovers by the full change within twelve weeks. */
    GRADUAL(null, 0.30),
    /** Hardly moves until week 6, then recovers within five weeks, as a class of patients in large series does. */
    LATE(null, 0.20),
    /** Never improves. */
    FLAT(0, 0.40),
    /** Improves a little within four weeks, short of what matters, and stops there. */
    PARTIAL(4, 0.20),
    /** Recovers within five weeks, keeps it to week 8, and loses it within four. */
    RELAPSE(9, 0.25),
    /** Gets worse from the start, within six weeks. */
    WORSENING(1, 0.15);

    private final @Nullable Integer onsetWeek;
    private final double share;

    Trajectory(@Nullable Integer onsetWeek, double share) {
        this.onsetWeek = onsetWeek;
        this.share = share;
    }

    /** Week from which a clinician should know; null: never, the patient recovers. */
    public @Nullable Integer onsetWeek() {
        return onsetWeek;
    }

    public boolean isPositive() {
        return onsetWeek != null;
    }

    /** Its part of the patients who should be found, or of those who should not. */
    public double share() {
        return share;
    }

    /**
     * True severity, in points of distance from the best end.
     *
     * @param baseline severity in week 0
     * @param magnitude how much of what this trajectory can change does change, from 0 to 1
     * @param scale of the measure: who recovers improves by a response and a fifth to two fifths of the baseline more,
     *     who improves in part by a sixth to a half of a response
     */
    public double severity(double baseline, double magnitude, Scale scale, double week) {
        double recovery = baseline * Math.min(1, scale.response() + 0.2 + 0.2 * magnitude);
        return switch (this) {
            case EARLY -> baseline - recovery * part(week, 0, 5);
            case GRADUAL -> baseline - recovery * part(week, 0, 12);
            case LATE -> baseline - recovery * part(week, 6, 5);
            case FLAT -> baseline;
            case PARTIAL -> baseline - baseline * scale.response() * (1 + 2 * magnitude) / 6 * part(week, 0, 4);
            case RELAPSE -> baseline - recovery * part(week, 0, 5) + recovery * part(week, 8, 4);
            case WORSENING ->
                baseline
                        + Math.min(scale.range() - baseline, scale.range() * (0.2 + 0.1 * magnitude))
                                * part(week, 0, 6);
        };
    }

    /** E.g. early. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double part(double week, double from, double weeks) {
        return Math.clamp((week - from) / weeks, 0, 1);
    }
}
