package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Escalation.Severity;
import java.time.Instant;
import java.util.List;

/**
 * A rule holds for a measure.
 *
 * @param onset since when
 * @param baseline what the rule compared with, in points of the measure
 * @param level what it computed, in points of the measure
 * @param margin by how much its condition is exceeded, in points of the measure
 * @param readings every reading used, in event-time order
 * @param isImportant whether the change matters to patients, not only exceeds the error
 */
record Finding(
        Instant onset, double baseline, double level, double margin, List<Reading> readings, boolean isImportant) {

    Severity severity() {
        return isImportant ? Severity.URGENT : Severity.ROUTINE;
    }
}
