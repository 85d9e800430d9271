package io.github.throughline.notification.console;

import io.github.throughline.notification.escalation.Escalations;
import java.util.List;
import java.util.UUID;

/**
 * The worklist, ready to be shown.
 *
 * @param whose mine or all
 * @param state open or ended
 * @param size of the whole list
 * @param number of this page, counted from 1
 * @param last number of the last page
 */
record WorklistPage(String whose, String state, Escalations.Size size, List<Row> rows, int number, int last) {

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
