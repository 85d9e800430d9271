package io.github.throughline.notification.console;

import io.github.throughline.notification.worklist.MeasureNames;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the chart draws; instants in milliseconds since 1970, values in points of the measure.
 *
 * @param zone IANA name of the patient's time zone
 * @param baseline what the rule compared with; null: not told
 * @param marks moments to mark, in their order
 */
record TrendChart(
        String measure,
        String zone,
        List<Point> readings,
        @Nullable Double target,
        @Nullable Double baseline,
        MeasureNames.@Nullable Range range,
        List<Mark> marks) {

    TrendChart {
        readings = List.copyOf(readings);
        marks = List.copyOf(marks);
    }

    /** @param used whether the escalation rests on it */
    record Point(long at, double value, boolean used) {}

    /** @param kind plan, onset, raised or ended */
    record Mark(long at, String kind, String label) {

        static Mark of(Instant at, String kind, String label) {
            return new Mark(at.toEpochMilli(), kind, label);
        }
    }
}
