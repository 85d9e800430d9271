package io.github.throughline.checkin.reading;

import io.github.throughline.checkin.checkin.CheckinId;
import java.time.Instant;
import java.util.List;

/** The readings that were submitted with check-ins. */
public interface SubmittedReadings {

    /** Those of a check-in as they stand now, by measure. */
    List<Reading> of(CheckinId checkin);

    /** What those of a check-in were before their corrections, oldest first. */
    List<Replaced> replaced(CheckinId checkin);

    /**
     * A reading before a correction.
     *
     * @param version its change number then
     * @param replacedAt machine time
     */
    record Replaced(ReadingId id, int version, Reading.Result result, Instant replacedAt) {}
}
