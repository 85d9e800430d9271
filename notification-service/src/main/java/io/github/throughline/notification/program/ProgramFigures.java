package io.github.throughline.notification.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a program goes, by care time.
 *
 * @param acknowledged from the fact that raised an escalation to the acknowledgement that stands
 * @param decided from the same to the first decision
 * @param kinds what was raised in the time that is looked at, most first
 * @param ages what is open now, youngest first
 * @param coordinators whose patients it was, most first
 * @param decisions on what was raised in that time
 */
public record ProgramFigures(
        Waiting acknowledged,
        Waiting decided,
        List<Kind> kinds,
        List<Age> ages,
        List<Load> coordinators,
        Decisions decisions) {

    public ProgramFigures {
        kinds = List.copyOf(kinds);
        ages = List.copyOf(ages);
        coordinators = List.copyOf(coordinators);
    }

    /**
     * How long people waited.
     *
     * @param count how often
     * @param medianHours null: never
     * @param ninetiethHours nine of ten waited no longer; null: never
     */
    public record Waiting(
            long count,
            @Nullable Double medianHours,
            @Nullable Double ninetiethHours) {}

    /** @param rule id */
    public record Kind(String rule, long raised, long open) {}

    /**
     * What has been open for so long.
     *
     * @param fromDays at least
     * @param untilDays less than; null: for ever
     * @param unheld of them, that nobody holds
     */
    public record Age(int fromDays, @Nullable Integer untilDays, long open, long unheld) {}

    /**
     * What a coordinator has to look at.
     *
     * @param coordinator reference; empty: nobody coordinates
     */
    public record Load(String coordinator, long raised, long open, long unheld) {}

    /** @param changing those after which something about the plan changed */
    public record Decisions(long all, long changing) {

        /** Part of them after which something changed: what an escalation is for; null: nothing was decided. */
        public @Nullable Double precision() {
            return all == 0 ? null : (Double) ((double) changing / all);
        }
    }

    public long raised() {
        return kinds.stream().mapToLong(Kind::raised).sum();
    }

    public long open() {
        return ages.stream().mapToLong(Age::open).sum();
    }
}
