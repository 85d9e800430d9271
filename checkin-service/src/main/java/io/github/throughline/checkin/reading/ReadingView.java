package io.github.throughline.checkin.reading;

import io.github.throughline.measures.SafetyAnswer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading as callers read it.
 *
 * @param value in points of the measure; null: it can not be scored
 * @param unscoredReason stable code; null where there is a value
 */
public record ReadingView(
        UUID readingId,
        String measure,
        Instant observedAt,
        @Nullable Double value,
        @Nullable String unscoredReason,
        List<SafetyAnswer> safetyAnswers,
        int version) {

    public static ReadingView of(Reading reading) {
        Reading.Result result = reading.result();
        return new ReadingView(
                reading.id().value(),
                result.measure(),
                reading.observedAt(),
                result.value(),
                result.unscoredReason(),
                result.safetyAnswers(),
                reading.revision().version());
    }
}
