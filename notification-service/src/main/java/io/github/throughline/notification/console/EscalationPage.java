package io.github.throughline.notification.console;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One escalation, ready to be shown.
 *
 * @param severity routine, urgent or safety
 * @param held who holds it since when; null: nobody
 * @param decision what was decided; null: nothing
 */
record EscalationPage(
        UUID id,
        String patient,
        String program,
        String severity,
        String rule,
        int ruleVersion,
        boolean open,
        String state,
        String why,
        String raised,
        String since,
        @Nullable String held,
        @Nullable DecisionPart decision,
        Actions actions,
        WaitingPart waiting,
        EvidencePart evidence) {

    /** @param note null: none */
    record DecisionPart(String what, String who, @Nullable String note) {}

    /**
     * What the viewer can do.
     *
     * @param clinicians whom a coordinator can name; empty: the viewer decides in their own name
     */
    record Actions(boolean acknowledge, boolean decide, List<Choice> clinicians, List<Choice> decisions) {}

    record Choice(String value, String label) {}

    /** Who was told of an escalation, newest first. */
    record Log(UUID escalationId, List<NoticeRow> notices) {

        Log {
            notices = List.copyOf(notices);
        }
    }

    record NoticeRow(String when, String who, String channel, String what, String state, String tone, int attempts) {}
}
