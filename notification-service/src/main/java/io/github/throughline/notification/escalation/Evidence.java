package io.github.throughline.notification.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that an escalation rests on. Values are in points of the measure.
 *
 * @param measure id of the measure; null where the rule is not about one
 * @param higherIsBetter which end of the scale is better; null: not told
 * @param margin by how much the rule's condition was exceeded, in points or check-ins
 * @param readings every reading used, in event-time order
 * @param missedCheckins ids of the missed check-ins used, oldest first
 * @param answers what was said of the side effect or the activity at each check-in used, oldest first
 */
public record Evidence(
        @Nullable String measure,
        @Nullable Boolean higherIsBetter,
        @Nullable Double baseline,
        @Nullable Double level,
        @Nullable Double target,
        @Nullable Double margin,
        List<Value> readings,
        List<Threshold> thresholds,
        List<UUID> missedCheckins,
        List<SafetyAnswer> safetyAnswers,
        List<Answer> answers) {

    public Evidence {
        readings = List.copyOf(readings);
        thresholds = List.copyOf(thresholds);
        missedCheckins = List.copyOf(missedCheckins);
        safetyAnswers = List.copyOf(safetyAnswers);
        // What was kept by an earlier release lacks them.
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    /** @param value null: not scored */
    public record Value(
            UUID readingId, Instant observedAt, @Nullable Double value) {}

    /**
     * A number of the plan's terms that was applied.
     *
     * @param unit points, percent, weeks, count, or unknown
     * @param source a citation, the program's template or the plan
     */
    public record Threshold(String name, double value, String unit, String source) {}

    /** What was said in a check-in. */
    public record Answer(
            UUID checkinId,
            Instant answeredAt,
            List<SideEffect> sideEffects,
            List<MedicationChange> medicationChanges,
            List<Activity> activities) {}

    /**
     * @param grade mild, moderate or severe
     * @param medication coded related medication; null: not said
     */
    public record SideEffect(
            String term, String grade, @Nullable String medication) {}

    /** @param direction more (started or raised), less (stopped or lowered) or other */
    public record MedicationChange(String medication, String direction) {}

    /** How often an activity of the plan was done. */
    public record Activity(String activity, int done, int planned) {}

    /** @param answer in points of the item */
    public record SafetyAnswer(String item, int answer) {}
}
