package io.github.throughline.checkin.reading;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives for a measure, not yet judged.
 *
 * @param items answers by item id, null: left out; empty: only a total is known
 * @param total counts only where there are no items; null: none
 * @param isCorrection whether it replaces an earlier record of the same id
 */
public record GivenReading(
        Origin origin,
        String measure,
        Instant observedAt,
        Map<String, @Nullable Integer> items,
        @Nullable Double total,
        boolean isCorrection) {

    /** The answers that were given. */
    Map<String, Integer> answers() {
        var answers = new TreeMap<String, Integer>();
        items.forEach((item, answer) -> {
            if (answer != null) {
                answers.put(item, answer);
            }
        });
        return answers;
    }

    /** Equal for equal content. */
    String content() {
        return measure + "|" + observedAt.toEpochMilli() + "|" + total + "|" + answers();
    }
}
