package io.github.throughline.stall.backtest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to backtest.
 *
 * @param histories CSV: patient_id, day or observed_at, measure, value
 * @param terms YAML with terms in place of the catalogue's; null: the catalogue's
 * @param labels CSV: patient_id, positive, and perhaps onset_day; null: none
 * @param untilDay last day that is folded; null: all
 * @param escalations where to write one JSON line an escalation; null: nowhere
 * @param report where to write the report as JSON; null: nowhere
 */
public record BacktestOptions(
        Path histories,
        @Nullable Path terms,
        @Nullable Path labels,
        @Nullable Integer untilDay,
        @Nullable Path escalations,
        @Nullable Path report) {

    /** Everything of a file, by the catalogue's terms. */
    public static BacktestOptions of(Path histories) {
        return new BacktestOptions(histories, null, null, null, null, null);
    }

    /** The same by other terms. */
    BacktestOptions by(@Nullable Path others) {
        return new BacktestOptions(histories, others, labels, untilDay, escalations, report);
    }
}
