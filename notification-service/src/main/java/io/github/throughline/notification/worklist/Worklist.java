package io.github.throughline.notification.worklist;

import io.github.throughline.notification.decision.Decisions;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.escalation.HeldEscalation;
import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The escalations that a caller may see, as they stand. */
@Component
public class Worklist {

    private final Escalations escalations;
    private final Decisions decisions;
    private final MeasureNames names;

    Worklist(Escalations escalations, Decisions decisions, MeasureNames names) {
        this.escalations = escalations;
        this.decisions = decisions;
        this.names = names;
    }

    public List<EscalationView> list(Caller caller, Escalations.Whose whose, boolean open, int limit) {
        return escalations.listedFor(caller, whose, open, limit).stream()
                .map(this::view)
                .toList();
    }

    public EscalationView one(Caller caller, UUID escalationId) {
        return view(escalations.seenBy(caller, escalationId));
    }

    /** Without a caller: for somebody who was sent a link to it. */
    public EscalationView view(HeldEscalation held) {
        return new EscalationView(
                held.escalation(),
                Why.inOneLine(held.escalation(), names),
                held.acknowledgement(),
                decisions.on(held.escalation()).orElse(null));
    }
}
