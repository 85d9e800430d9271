package io.github.throughline.sandbox.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * How the stalls that the running system found compare with those of a backtest.
 *
 * @param live number found by the running system
 * @param backtest number found by the backtest
 * @param differences each stall that only one of them found, for people
 */
public record Comparison(int live, int backtest, List<String> differences) {

    public Comparison {
        differences = List.copyOf(differences);
    }

    static Comparison of(Collection<Stall> live, Collection<Stall> backtest) {
        var surplus = new TreeMap<Stall, Integer>();
        live.forEach(stall -> surplus.merge(stall, 1, Integer::sum));
        backtest.forEach(stall -> surplus.merge(stall, -1, Integer::sum));
        var differences = new ArrayList<String>();
        surplus.forEach((stall, count) -> {
            for (int i = 0; i < Math.abs(count); i++) {
                differences.add((count > 0 ? "only live: " : "only backtest: ") + stall);
            }
        });
        return new Comparison(live.size(), backtest.size(), differences);
    }

    public boolean isEqual() {
        return differences.isEmpty();
    }
}
