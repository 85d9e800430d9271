package io.github.throughline.notification.routing;

import io.github.throughline.notification.escalation.Severity;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a route is for: those that all of its parts fit. An empty part fits everything.
 *
 * @param rules ids
 * @param programs ids
 * @param days of the week
 * @param hours of the day; null: all
 */
record Match(
        Set<String> rules,
        Set<Severity> severities,
        Set<String> programs,
        Set<DayOfWeek> days,
        @Nullable Hours hours) {

    static final Match ALL = new Match(Set.of(), Set.of(), Set.of(), Set.of(), null);

    /** From one time of day to another, over midnight where the other is not later. */
    record Hours(LocalTime from, LocalTime until) {

        boolean contain(LocalTime time) {
            boolean isAfter = !time.isBefore(from);
            boolean isBefore = time.isBefore(until);
            return from.isBefore(until) ? isAfter && isBefore : isAfter || isBefore;
        }
    }

    boolean fits(Case what) {
        return fits(rules, what.rule())
                && fits(severities, what.severity())
                && fits(programs, what.program())
                && fits(days, what.at().getDayOfWeek())
                && (hours == null || hours.contain(what.at().toLocalTime()));
    }

    private static <T> boolean fits(Set<T> wanted, T is) {
        return wanted.isEmpty() || wanted.contains(is);
    }
}
