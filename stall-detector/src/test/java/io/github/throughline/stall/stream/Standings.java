package io.github.throughline.stall.stream;

import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import java.util.Collection;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stands in the end of all that was published, to be compared with a fold of all events at once. */
final class Standings {

    private Standings() {}

    static Set<Refold.Standing> of(Collection<EscalationChanged> published) {
        return published.stream()
                .collect(Collectors.toMap(EscalationChanged::getEscalationId, Function.identity(), newest()))
                .values()
                .stream()
                .filter(last -> last.getState() != EscalationState.WITHDRAWN)
                .map(last -> new Refold.Standing(
                        last.getEscalationId(),
                        last.getState() != EscalationState.RESOLVED,
                        last.getOnsetAt(),
                        last.getRaisedAt()))
                .collect(Collectors.toSet());
    }

    private static BinaryOperator<EscalationChanged> newest() {
        return (one, other) -> one.getVersion() > other.getVersion() ? one : other;
    }
}
