package io.github.throughline.checkin.submission;

import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.reading.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody submits for a check-in.
 *
 * @param answeredAt when the patient answered, as the client said; null: now
 * @param adherence times done, by activity of the plan
 */
record Submission(
        Origin.Source source,
        @Nullable Instant answeredAt,
        List<Answer> answers,
        List<Report.SideEffect> sideEffects,
        Map<String, Integer> adherence) {

    /**
     * The answer to one measure.
     *
     * @param items answers by item id, null: left out; empty: only a total is given
     */
    record Answer(
            String measure,
            Map<String, @Nullable Integer> items,
            @Nullable Double total) {}
}
