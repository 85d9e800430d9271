package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.signedplan.SideEffectTerms;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that an escalation rests on; {@link Recomputation} finds the verdict from it alone.
 *
 * @param measure id of the measure; null where the rule is not about one
 * @param direction which end of its scale is better; null where the rule is not about one
 * @param baseline what the rule compared with, in points of the measure; null: nothing
 * @param level what the rule computed, in points of the measure; null: nothing
 * @param target the plan's, in points of the measure; null: it has none
 * @param margin by how much the rule's condition was exceeded, in points of the measure or check-ins; null: no limit
 * @param readings every reading used, in event-time order; the value is not a number where it could not be scored
 * @param thresholds every threshold applied
 * @param missedCheckins the missed check-ins used, oldest first
 * @param safetyAnswers the safety answers used
 * @param answers what was said of the side effect or the activity at each check-in used, oldest first
 */
public record Evidence(
        @Nullable String measure,
        @Nullable Direction direction,
        @Nullable Double baseline,
        @Nullable Double level,
        @Nullable Double target,
        @Nullable Double margin,
        List<Reading> readings,
        List<Limit> thresholds,
        List<UUID> missedCheckins,
        List<SafetyAnswer> safetyAnswers,
        List<AnsweredCheckin> answers) {

    public Evidence {
        readings = List.copyOf(readings);
        thresholds = List.copyOf(thresholds);
        missedCheckins = List.copyOf(missedCheckins);
        safetyAnswers = List.copyOf(safetyAnswers);
        answers = List.copyOf(answers);
    }

    static Evidence ofTrend(Rule rule, MeasureTerms terms, Finding finding) {
        return ofTrend(rule, terms, finding.baseline(), finding.level(), finding.margin(), finding.readings());
    }

    static Evidence ofTrend(
            Rule rule,
            MeasureTerms terms,
            @Nullable Double baseline,
            @Nullable Double level,
            @Nullable Double margin,
            List<Reading> readings) {
        return new Evidence(
                terms.measure().measure(),
                terms.measure().direction(),
                baseline,
                level,
                terms.target(),
                margin,
                readings,
                Limit.of(rule, terms),
                List.of(),
                List.of(),
                List.of());
    }

    /** Of an activity that is not done while a measure stalls: what the measure shows, and what was answered. */
    static Evidence ofAdherence(Evidence stalled, List<AnsweredCheckin> answers, AdherenceTerms terms) {
        return new Evidence(
                stalled.measure,
                stalled.direction,
                stalled.baseline,
                stalled.level,
                stalled.target,
                stalled.margin,
                stalled.readings,
                Stream.concat(stalled.thresholds.stream(), Adherence.limits(terms).stream())
                        .toList(),
                List.of(),
                List.of(),
                answers);
    }

    static Evidence ofSideEffect(List<AnsweredCheckin> answers, SideEffectTerms terms) {
        return new Evidence(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                SideEffects.limits(terms),
                List.of(),
                List.of(),
                answers);
    }

    /** @param margin in check-ins */
    static Evidence ofMissed(List<UUID> missed, @Nullable Double margin, List<Limit> thresholds) {
        return new Evidence(null, null, null, null, null, margin, List.of(), thresholds, missed, List.of(), List.of());
    }

    /** Whether a plateau shows that the measure stalls, and not a regression. */
    boolean showsPlateau() {
        return thresholds.stream().anyMatch(limit -> limit.name().equals(Limit.PROGRESS));
    }

    static Evidence ofSafety(Fact.ReadingTaken reading) {
        Double value = reading.value();
        var used =
                new Reading(reading.readingId(), reading.eventId(), reading.at(), value == null ? Double.NaN : value);
        return new Evidence(
                reading.measure(),
                null,
                null,
                null,
                null,
                null,
                List.of(used),
                List.of(),
                List.of(),
                reading.tellingAnswers(),
                List.of());
    }
}
