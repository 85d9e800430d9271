package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import io.github.throughline.stall.stream.Refold;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an accounting looks at: all of one run, nothing of earlier runs on the same system.
 *
 * @param facts everything on the topics that concerns the run's patients
 * @param refolded the escalations as they must stand by the events on the topics
 */
public record Evidence(
        Arrangement arrangement,
        List<Sent> sent,
        List<Fact> facts,
        Set<Refold.Standing> refolded,
        List<Notice> notices,
        List<Arrival> arrivals) {

    public Evidence {
        sent = List.copyOf(sent);
        facts = List.copyOf(facts);
        refolded = Set.copyOf(refolded);
        notices = List.copyOf(notices);
        arrivals = List.copyOf(arrivals);
    }

    <T extends Fact> List<T> facts(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends Sent> List<T> sent(Class<T> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The newest version of each escalation. */
    List<Fact.Escalation> escalations() {
        return Fact.Escalation.newest(facts(Fact.Escalation.class));
    }

    Set<UUID> arrived() {
        return arrivals.stream().map(Arrival::noticeId).collect(Collectors.toSet());
    }

    /** Ids of the readings that each source became. */
    Map<Source, Set<UUID>> recorded() {
        var readings = new HashMap<Source, Set<UUID>>();
        facts(Fact.Outcome.class)
                .forEach(outcome -> readings.computeIfAbsent(Source.of(outcome), source -> new HashSet<>())
                        .add(outcome.readingId()));
        return readings;
    }

    /** Partners' records that were refused. */
    Set<Source> rejected() {
        return facts(Fact.Rejection.class).stream()
                .map(Source::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
