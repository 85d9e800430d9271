package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.Window;
import io.github.throughline.signedplan.CheckinTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The weeks of a plan as the patient's calendar has them: each begins at a local midnight, whatever the clocks do.
 *
 * @param firstDay first day of week 0
 */
record PlanCalendar(LocalDate firstDay, ZoneId zone) {

    /** Week 0 begins on the local day on which the plan takes effect. */
    static PlanCalendar of(Instant planStart, ZoneId zone) {
        return new PlanCalendar(planStart.atZone(zone).toLocalDate(), zone);
    }

    /** First instant of a week. */
    Instant startOf(int week) {
        return startOf(firstDay.plusWeeks(week));
    }

    /** The check-in window of a week: whole local days. Grace is hours, not days. */
    Window window(int week, CheckinTerms terms) {
        LocalDate first = firstDay.plusWeeks(week);
        return new Window(
                startOf(first), startOf(first.plusDays(terms.windowDays())), Duration.ofHours(terms.graceHours()));
    }

    /** A week as one window without grace. */
    Window wholeWeek(int week) {
        return new Window(startOf(week), startOf(week + 1), Duration.ZERO);
    }

    /** The day's first instant: midnight, or later where the clocks skip it. */
    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
