package io.github.throughline.notification.console;

import io.github.throughline.notification.program.ProgramFigures;
import io.github.throughline.notification.worklist.Why;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A program's figures, ready to be shown.
 *
 * @param programs that can be chosen
 * @param program that is shown; empty: all
 * @param days that are looked at
 * @param most the largest number of each list, for its bars; at least 1
 */
record ProgramPage(
        List<String> programs,
        String program,
        int days,
        String raised,
        String open,
        Waiting acknowledged,
        Waiting decided,
        String precision,
        String decisions,
        List<Bar> kinds,
        List<Bar> ages,
        List<Load> coordinators,
        long mostOfKinds,
        long mostOfAges) {

    private static final int HOURS_UNTIL = 48;

    /** In words; "-" where nobody waited. */
    record Waiting(String median, String note) {

        static Waiting of(ProgramFigures.Waiting waiting, String none) {
            return new Waiting(
                    time(waiting.medianHours()),
                    waiting.count() == 0 ? none : "median; nine of ten within " + time(waiting.ninetiethHours()));
        }

        private static String time(@Nullable Double hours) {
            if (hours == null) {
                return "-";
            }
            return hours < HOURS_UNTIL ? "%.0f h".formatted(Math.max(1, hours)) : "%.1f days".formatted(hours / 24);
        }
    }

    /** @param note beside the number; empty: none */
    record Bar(String name, long number, String note) {}

    record Load(String coordinator, String perWeek, long open, long unheld) {}

    static ProgramPage of(List<String> programs, String program, int days, ProgramFigures figures) {
        List<Bar> kinds = figures.kinds().stream()
                .map(kind -> new Bar(Why.ruleName(kind.rule()), kind.raised(), kind.open() + " open"))
                .toList();
        List<Bar> ages = figures.ages().stream()
                .map(age -> new Bar(name(age), age.open(), age.unheld() == 0 ? "" : age.unheld() + " not acknowledged"))
                .toList();
        Double precision = figures.decisions().precision();
        return new ProgramPage(
                programs,
                program,
                days,
                String.valueOf(figures.raised()),
                String.valueOf(figures.open()),
                Waiting.of(figures.acknowledged(), "nothing was yet"),
                Waiting.of(figures.decided(), "nothing was yet"),
                precision == null ? "-" : "%.0f%%".formatted(100 * precision),
                precision == null
                        ? "nothing was decided yet"
                        : "%d of %d decisions"
                                .formatted(
                                        figures.decisions().changing(),
                                        figures.decisions().all()),
                kinds,
                ages,
                figures.coordinators().stream()
                        .map(load -> new Load(
                                load.coordinator().isEmpty() ? "nobody" : load.coordinator(),
                                "%.1f".formatted(load.raised() * 7.0 / days),
                                load.open(),
                                load.unheld()))
                        .toList(),
                most(kinds),
                most(ages));
    }

    private static String name(ProgramFigures.Age age) {
        Integer until = age.untilDays();
        if (until == null) {
            return "a week and more";
        }
        return age.fromDays() == 0
                ? "less than a day"
                : String.format(Locale.ROOT, "%d to %d days", age.fromDays(), until);
    }

    private static long most(List<Bar> bars) {
        return bars.stream().mapToLong(Bar::number).max().stream()
                .map(most -> Math.max(1, most))
                .findFirst()
                .orElse(1);
    }
}
