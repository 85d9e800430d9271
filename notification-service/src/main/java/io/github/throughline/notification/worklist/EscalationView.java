package io.github.throughline.notification.worklist;

import io.github.throughline.notification.decision.Decision;
import io.github.throughline.notification.escalation.Acknowledgement;
import io.github.throughline.notification.escalation.Escalation;
import org.jspecify.annotations.Nullable;

/**
 * An escalation as callers see it.
 *
 * @param why the evidence in one line
 * @param acknowledgement null: nobody holds it
 * @param decision null: nothing is decided
 */
public record EscalationView(
        Escalation escalation,
        String why,
        @Nullable Acknowledgement acknowledgement,
        @Nullable Decision decision) {}
