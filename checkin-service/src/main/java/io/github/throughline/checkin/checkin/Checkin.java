package io.github.throughline.checkin.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One scheduled window of an episode.
 *
 * @param measures ids of the measures due in it
 * @param answered when each measure was answered, by id
 * @param reminders how many of the reminders in {@link Reminder}'s order are behind it, told or not
 * @param version change number; each fact about the check-in has its own
 */
public record Checkin(
        PlanWeek week,
        Window window,
        List<String> measures,
        Map<String, Instant> answered,
        CheckinState state,
        int reminders,
        int version) {

    public Checkin {
        measures = List.copyOf(measures);
        answered = Map.copyOf(answered);
    }

    /** A new check-in whose window opens. */
    public static Checkin opened(PlanWeek week, Window window, List<String> measures) {
        return new Checkin(week, window, measures, Map.of(), CheckinState.OPENED, 0, 1);
    }

    /** A week that passes without a window. */
    public static Checkin passed(PlanWeek week, Window window) {
        return new Checkin(week, window, List.of(), Map.of(), CheckinState.PASSED, 0, 1);
    }

    public CheckinId id() {
        return CheckinId.of(week);
    }

    /** Whether every measure due has its answer. */
    public boolean isComplete() {
        return answered.keySet().containsAll(measures);
    }

    /** When the last of the measures due was answered. */
    public Instant completedAt() {
        return measures.stream()
                .map(answered::get)
                .max(Instant::compareTo)
                .orElseThrow(() -> new IllegalStateException("a check-in without measures is not answered"));
    }

    /** Whether a reading of the measure at the instant answers it. */
    public boolean isAnsweredBy(String measure, Instant observedAt) {
        return state.isUnanswered() && measures.contains(measure) && window.contains(observedAt);
    }

    public Checkin withAnswer(String measure, Instant observedAt) {
        return withAnswers(Map.of(measure, observedAt));
    }

    public Checkin withAnswers(Map<String, Instant> more) {
        var all = new TreeMap<>(answered);
        all.putAll(more);
        return new Checkin(week, window, measures, all, state, reminders, version);
    }

    public Checkin withGraceEndingAt(Instant instant) {
        return new Checkin(week, window.withGraceEndingAt(instant), measures, answered, state, reminders, version);
    }

    /** The reminder that is not behind it yet; empty: none is left. */
    public Optional<Reminder> nextReminder() {
        return Reminder.after(reminders);
    }

    public Checkin reminded(Reminder reminder) {
        return new Checkin(week, window, measures, answered, state, reminder.ordinal() + 1, version);
    }

    /** The next change: the check-in stands elsewhere. */
    public Checkin to(CheckinState next) {
        return new Checkin(week, window, measures, answered, next, reminders, version + 1);
    }

    /** The next change: open, for these measures of this version of the plan. */
    public Checkin replanned(PlanWeek by, Collection<String> due) {
        return new Checkin(by, window, List.copyOf(due), answered, CheckinState.OPENED, reminders, version + 1);
    }
}
