package io.github.throughline.sandbox.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What arrived, numbered in its order.
 *
 * @param <T> mails or webhooks
 */
final class Arrivals<T> {

    private final List<T> all = new ArrayList<>();

    /** Keeps what the next number makes. */
    synchronized T keep(LongFunction<T> arrival) {
        var kept = arrival.apply(all.size() + 1L);
        all.add(kept);
        return kept;
    }

    /** Those with a number above this one, so that a reader can go on where it stopped. */
    synchronized List<T> after(long number) {
        var from = (int) Math.clamp(number, 0, all.size());
        return List.copyOf(all.subList(from, all.size()));
    }
}
