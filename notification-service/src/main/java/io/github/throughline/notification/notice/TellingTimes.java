package io.github.throughline.notification.notice;

import java.time.Instant;
import java.util.Optional;

/** When people of the clinic are told of what can wait. */
@FunctionalInterface
public interface TellingTimes {

    /** Care time from which somebody is told of something that is ready at an instant: after their quiet hours. */
    Instant tellableFrom(String person, Instant ready);

    /** How what is told of one patient is put together; empty: it is not. */
    default Optional<Bundling> bundling() {
        return Optional.empty();
    }
}
