package io.github.throughline.checkin.reading;

import java.util.Optional;

/** All readings, as they stand now. */
interface Readings {

    Optional<Reading> find(ReadingId id);

    /** Adds a reading, or replaces it by its correction. */
    void save(Reading reading);
}
