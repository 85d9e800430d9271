package io.github.throughline.notification.console;

import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.worklist.Why;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The worklist, ready to be shown.
 *
 * @param whose mine or all
 * @param state open or ended
 * @param severity only of that, routine, urgent or safety; empty: all
 * @param rule only of that kind, by its id; empty: all
 * @param unheld only those that nobody holds
 * @param size of the whole list
 * @param number of this page, counted from 1
 * @param last number of the last page
 */
record WorklistPage(
        String whose,
        String state,
        String severity,
        String rule,
        boolean unheld,
        Escalations.Size size,
        List<Row> rows,
        int number,
        int last) {

    private static final Map<String, String> KINDS =
            kinds("plateau", "regression", "off-track", "side-effect", "adherence", "missed-checkins", "safety-answer");

    WorklistPage {
        rows = List.copyOf(rows);
    }

    private static Map<String, String> kinds(String... rules) {
        var kinds = new LinkedHashMap<String, String>();
        for (String rule : rules) {
            kinds.put(rule, Why.ruleName(rule));
        }
        return Collections.unmodifiableMap(kinds);
    }

    public boolean isOpen() {
        return state.equals("open");
    }

    /** Whether something is left out. */
    public boolean isNarrow() {
        return !severity.isEmpty() || !rule.isEmpty() || unheld;
    }

    /** The kinds of stall that can be chosen, by id. */
    public Map<String, String> kinds() {
        return KINDS;
    }

    /**
     * @param severity routine, urgent or safety
     * @param standing e.g. Held by ..., Not acknowledged
     * @param next what happens unless somebody acts, e.g. next step in 3 hours; empty: nothing
     * @param late whether that is soon
     */
    record Row(
            UUID id,
            String severity,
            String patient,
            String why,
            String rule,
            String raised,
            String ago,
            boolean waiting,
            String standing,
            String next,
            boolean late) {}
}
