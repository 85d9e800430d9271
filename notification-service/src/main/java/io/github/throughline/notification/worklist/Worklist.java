package io.github.throughline.notification.worklist;

import io.github.throughline.notification.decision.Decision;
import io.github.throughline.notification.decision.Decisions;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.escalation.HeldEscalation;
import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    public Escalations.Size size(Caller caller, Escalations.Selection selection) {
        return escalations.sizeFor(caller, selection);
    }

    public List<EscalationView> list(Caller caller, Escalations.Selection selection, Escalations.Part part) {
        List<HeldEscalation> held = escalations.listedFor(caller, selection, part);
        Map<UUID, Decision> decided =
                decisions.on(held.stream().map(HeldEscalation::escalation).toList());
        return held.stream()
                .map(one -> view(one, decided.get(one.escalation().id())))
                .toList();
    }

    public EscalationView one(Caller caller, UUID escalationId) {
        return view(escalations.seenBy(caller, escalationId));
    }

    /** Without a caller: for somebody who was sent a link to it. */
    public EscalationView view(HeldEscalation held) {
        return view(held, decisions.on(held.escalation()).orElse(null));
    }

    private EscalationView view(HeldEscalation held, @Nullable Decision decision) {
        return new EscalationView(
                held.escalation(), Why.inOneLine(held.escalation(), names), held.acknowledgement(), decision);
    }
}
