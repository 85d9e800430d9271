package io.github.throughline.checkin.reading;

import io.github.throughline.measures.SafetyAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One scored value of one measure at one moment.
 *
 * @param observedAt event time, care time
 */
public record Reading(
        ReadingId id, UUID episodeId, Origin origin, Instant observedAt, Result result, Revision revision) {

    /**
     * What the scorer made of it.
     *
     * @param answers by item id, as they were given; empty: only a total was
     * @param value in points of the measure; null: it can not be scored
     * @param unscoredReason why there is no value; null where there is one
     */
    public record Result(
            String measure,
            String measureVersion,
            @Nullable Double value,
            @Nullable String unscoredReason,
            List<SafetyAnswer> safetyAnswers,
            Map<String, Integer> answers) {

        public Result {
            answers = Map.copyOf(answers);
            safetyAnswers = List.copyOf(safetyAnswers);
        }
    }

    /**
     * @param version change number, from 1
     * @param fingerprint keyed hash of the content that was given, so that nobody tries the few possible answers on it
     */
    public record Revision(int version, String fingerprint) {

        boolean isCorrected() {
            return version > 1;
        }
    }
}
