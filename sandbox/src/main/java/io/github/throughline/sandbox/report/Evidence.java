package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an accounting looks at: all of one run, nothing of earlier runs on the same system.
 *
 * @param facts everything on the topics that concerns the run's patients
 */
public record Evidence(List<Sent> sent, List<Fact> facts, List<Notice> notices, List<Arrival> arrivals) {

    public Evidence {
        sent = List.copyOf(sent);
        facts = List.copyOf(facts);
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
        return newest(facts(Fact.Escalation.class), Fact.Escalation::escalationId, Fact.Escalation::version);
    }

    /** The newest version of each check-in. */
    List<Fact.Checkin> checkins() {
        return newest(facts(Fact.Checkin.class), Fact.Checkin::checkinId, Fact.Checkin::version);
    }

    Set<UUID> arrived() {
        return arrivals.stream().map(Arrival::noticeId).collect(Collectors.toSet());
    }

    /** Ids under which the outcomes of one source record stand. */
    Map<String, Set<UUID>> readingsBySourceRecord() {
        var readings = new HashMap<String, Set<UUID>>();
        for (var outcome : facts(Fact.Outcome.class)) {
            var source = outcome.source().orElse("") + "/" + outcome.patientId() + "/" + outcome.recordId() + "/"
                    + outcome.measure();
            readings.computeIfAbsent(source, key -> new HashSet<>()).add(outcome.readingId());
        }
        return readings;
    }

    private static <T> List<T> newest(List<T> changes, Function<T, UUID> id, Function<T, Integer> version) {
        var newest = new HashMap<UUID, T>();
        changes.forEach(change ->
                newest.merge(id.apply(change), change, (a, b) -> version.apply(a) >= version.apply(b) ? a : b));
        return new ArrayList<>(newest.values());
    }
}
