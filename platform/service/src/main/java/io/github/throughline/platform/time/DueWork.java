package io.github.throughline.platform.time;

import java.time.Instant;

/** Rows with a due time in care time, done when they fall due: survives restarts and works across instances. */
public interface DueWork {

    /** Stable name in lower case with hyphens, for metrics and logs. */
    String name();

    /** What must be asked of other servers before {@link #take}: no transaction is open, which would wait for them. */
    default void prepare(Instant careNow) {}

    /**
     * Takes and does at most so many rows with {@code due_at <= careNow}, locked {@code FOR UPDATE SKIP LOCKED}. Runs
     * inside a transaction of the caller; an exception takes all of it back. A row that fails whenever it is taken must
     * not stay in front of the others: set it aside, or order it behind them.
     *
     * @return number of rows done, 0 when nothing is due
     */
    int take(Instant careNow, int limit);

    /** Number of rows due at the instant, taken by nobody yet. */
    long due(Instant careNow);
}
