package io.github.throughline.notification.console;

import java.util.List;
import java.util.UUID;

/**
 * The worklist, ready to be shown.
 *
 * @param whose mine or all
 * @param state open or ended
 * @param waiting how many of the rows nobody has acknowledged
 */
record WorklistPage(String whose, String state, List<Row> rows, long waiting) {

    WorklistPage {
        rows = List.copyOf(rows);
    }

    public boolean isOpen() {
        return state.equals("open");
    }

    /**
     * @param severity routine, urgent or safety
     * @param standing e.g. Acknowledged by ..., Not acknowledged
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
            String standing) {}
}
