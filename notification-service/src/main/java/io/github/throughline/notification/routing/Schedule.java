package io.github.throughline.notification.routing;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Who is on call, by turns. All times are of the policy's time zone, so that a turn begins at the same time of day in
 * summer and in winter.
 *
 * @param people references, in the order of their turns
 * @param from the first handover; nobody is on call before
 * @param everyDays length of a turn, at least 1
 * @param overrides who stands in for whom; of several the last counts
 */
record Schedule(List<String> people, LocalDateTime from, int everyDays, List<Override> overrides) {

    Schedule {
        people = List.copyOf(people);
        overrides = List.copyOf(overrides);
    }

    /** @param until no longer then */
    record Override(String person, LocalDateTime from, LocalDateTime until) {

        boolean covers(LocalDateTime at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    Optional<String> onCall(LocalDateTime at) {
        return overrides.reversed().stream()
                .filter(override -> override.covers(at))
                .map(Override::person)
                .findFirst()
                .or(() -> at.isBefore(from) ? Optional.empty() : Optional.of(turn(at)));
    }

    private String turn(LocalDateTime at) {
        long turns = ChronoUnit.DAYS.between(from, at) / everyDays;
        return people.get((int) (turns % people.size()));
    }
}
