package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import io.github.throughline.stall.stream.Refold.Standing;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the published escalations against their own versions, and against a fold of the same events without Kafka. */
final class EscalationFindings {

    private EscalationFindings() {}

    static Stream<Finding> in(Evidence evidence) {
        return Stream.of(
                        lostVersions(evidence),
                        doubledVersions(evidence),
                        doubledEscalations(evidence),
                        otherThanRefolded(evidence),
                        deadLetters(evidence))
                .flatMap(all -> all);
    }

    /** Versions count 1, 2, 3 ...: a gap is a change that never came. */
    private static Stream<Finding> lostVersions(Evidence evidence) {
        var versions = evidence.facts(Fact.Escalation.class).stream()
                .collect(Collectors.groupingBy(
                        Fact.Escalation::escalationId,
                        Collectors.mapping(Fact.Escalation::version, Collectors.toCollection(TreeSet::new))));
        return versions.entrySet().stream()
                .filter(entry -> entry.getValue().last() != entry.getValue().size())
                .map(entry -> Finding.lost(
                        "escalation %s has only the versions %s".formatted(entry.getKey(), entry.getValue())));
    }

    /** The detector writes exactly once: not even the same record may be committed twice. */
    private static Stream<Finding> doubledVersions(Evidence evidence) {
        return evidence.facts(Fact.Escalation.class).stream()
                .collect(Collectors.groupingBy(Fact.Escalation::idAndVersion, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> Finding.doubled(
                        "escalation %s stands on its topic %d times".formatted(entry.getKey(), entry.getValue())));
    }

    private static Stream<Finding> doubledEscalations(Evidence evidence) {
        var ids = evidence.facts(Fact.Escalation.class).stream()
                .collect(Collectors.groupingBy(
                        e -> List.of(e.episodeId(), e.rule(), e.subject(), e.ordinal()),
                        Collectors.mapping(Fact.Escalation::escalationId, Collectors.toSet())));
        return ids.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> Finding.doubled("one stall is the escalations " + same));
    }

    private static Stream<Finding> otherThanRefolded(Evidence evidence) {
        var must = evidence.refolded().stream().collect(Collectors.toMap(Standing::escalationId, Function.identity()));
        var is = evidence.escalations().stream()
                .filter(escalation -> !escalation.state().equals("WITHDRAWN"))
                .collect(Collectors.toMap(Fact.Escalation::escalationId, EscalationFindings::standing));
        var missing = must.values().stream()
                .filter(standing -> !standing.equals(is.get(standing.escalationId())))
                .map(standing -> Finding.lost("a refold finds %s, and on the topic stands %s"
                        .formatted(
                                standing,
                                Optional.ofNullable(is.get(standing.escalationId()))
                                        .map(Standing::toString)
                                        .orElse("nothing"))));
        var surplus = is.values().stream()
                .filter(standing -> !must.containsKey(standing.escalationId()))
                .map(standing ->
                        Finding.doubled("on the topic stands %s, which a refold does not find".formatted(standing)));
        return Stream.concat(missing, surplus);
    }

    private static Standing standing(Fact.Escalation escalation) {
        return new Standing(
                escalation.escalationId(), escalation.isOpen(), escalation.onsetAt(), escalation.raisedAt());
    }

    private static Stream<Finding> deadLetters(Evidence evidence) {
        return evidence.facts(Fact.DeadLetter.class).stream()
                .map(letter -> Finding.lost(letter.service() + " put a record of " + letter.topic() + " aside"));
    }
}
