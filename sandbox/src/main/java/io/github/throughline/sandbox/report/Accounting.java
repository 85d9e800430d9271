package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the report of a run from its evidence. */
public final class Accounting {

    /** Rules that say how recovery goes; the others say that a patient is silent or in danger. */
    private static final Set<String> COURSE_RULES = Set.of("plateau", "regression", "off-track");

    private static final String SILENCE_RULE = "missed-checkins";

    private Accounting() {}

    /**
     * The report of a run.
     *
     * @param run what was asked for and how long it took
     * @param trajectories of simulated patients, by patient; empty where patients are real
     */
    public static Report report(
            String command, Map<String, Object> run, Evidence evidence, Map<UUID, String> trajectories) {
        var found = Findings.in(evidence);
        var cohorts = cohorts(evidence, trajectories);
        return new Report(
                command,
                run,
                checkins(evidence),
                readings(evidence),
                escalations(evidence),
                notices(evidence),
                found.count(Finding.Kind.LOST),
                found.count(Finding.Kind.DOUBLED),
                found.count(Finding.Kind.UNEXPECTED),
                found.texts(),
                Latency.of(latencies(evidence)),
                cohorts,
                rate(cohorts, "non-responder"),
                rate(cohorts, "early-responder"),
                Optional.empty());
    }

    private static Report.Checkins checkins(Evidence evidence) {
        var facts = evidence.facts(Fact.Checkin.class);
        var submitted = ids(facts, "SUBMITTED");
        var late = ids(facts, "SUBMITTED_LATE");
        var missed = ids(facts, "MISSED");
        missed.removeAll(submitted);
        missed.removeAll(late);
        late.removeAll(submitted);
        return new Report.Checkins(submitted.size() + late.size(), missed.size(), late.size());
    }

    private static Set<UUID> ids(List<Fact.Checkin> facts, String what) {
        return facts.stream()
                .filter(fact -> fact.what().equals(what))
                .map(Fact.Checkin::checkinId)
                .collect(Collectors.toSet());
    }

    /** What was sent is counted from the requests, whatever the services answered. */
    private static Report.Readings readings(Evidence evidence) {
        var refused = new TreeMap<String, Integer>();
        evidence.sent(Sent.RefusedByRest.class)
                .forEach(refusal -> refused.merge(refusal.code(), refusal.readings(), Integer::sum));
        int refusedByRest =
                refused.values().stream().mapToInt(Integer::intValue).sum();
        evidence.facts(Fact.Rejection.class).stream()
                .distinct()
                .forEach(rejection -> refused.merge(rejection.code(), 1, Integer::sum));
        int recorded = (int) evidence.facts(Fact.Outcome.class).stream()
                .map(Fact.Outcome::readingId)
                .distinct()
                .count();
        return new Report.Readings(
                Source.allOf(evidence).size() + refusedByRest,
                recorded,
                refused.values().stream().mapToInt(Integer::intValue).sum(),
                refused);
    }

    private static Report.Escalations escalations(Evidence evidence) {
        var byRule = new TreeMap<String, Integer>();
        var byState = new HashMap<String, Integer>();
        for (var escalation : evidence.escalations()) {
            byRule.merge(escalation.rule(), 1, Integer::sum);
            byState.merge(escalation.isOpen() ? "OPEN" : escalation.state(), 1, Integer::sum);
        }
        return new Report.Escalations(
                byRule.values().stream().mapToInt(Integer::intValue).sum(),
                byRule,
                byState.getOrDefault("OPEN", 0),
                byState.getOrDefault("RESOLVED", 0),
                byState.getOrDefault("WITHDRAWN", 0));
    }

    private static Report.Notices notices(Evidence evidence) {
        var arrived = evidence.arrived();
        var byChannel = new TreeMap<String, Integer>();
        evidence.notices().stream()
                .filter(notice -> arrived.contains(notice.noticeId()))
                .forEach(notice -> byChannel.merge(notice.channel(), 1, Integer::sum));
        return new Report.Notices(
                byChannel,
                byChannel.values().stream().mapToInt(Integer::intValue).sum(),
                count(evidence, "failed"),
                count(evidence, "suppressed"));
    }

    private static int count(Evidence evidence, String state) {
        return (int) evidence.notices().stream()
                .filter(notice -> notice.state().equals(state))
                .count();
    }

    /** An escalation is caused by that reading of its evidence which was accepted last. */
    private static List<Duration> latencies(Evidence evidence) {
        var accepted = accepted(evidence);
        var arrivedAt = evidence.arrivals().stream()
                .collect(Collectors.toMap(Arrival::noticeId, Arrival::at, (a, b) -> a.isBefore(b) ? a : b));
        var durations = new ArrayList<Duration>();
        for (var escalation : evidence.facts(Fact.Escalation.class)) {
            var cause = escalation.readings().stream()
                    .flatMap(reading -> Stream.ofNullable(accepted.get(reading)))
                    .max(Instant::compareTo);
            if (cause.isPresent() && escalation.state().equals("RAISED")) {
                coordinatorNotices(evidence, escalation)
                        .flatMap(notice -> Stream.ofNullable(arrivedAt.get(notice.noticeId())))
                        .map(at -> Duration.between(cause.get(), at))
                        .forEach(durations::add);
            }
        }
        return durations;
    }

    /** When each reading was accepted, whichever way it came. */
    private static Map<UUID, Instant> accepted(Evidence evidence) {
        var recorded = evidence.recorded();
        var accepted = new HashMap<UUID, Instant>();
        evidence.sent()
                .forEach(sent -> Source.of(sent)
                        .flatMap(source -> recorded.getOrDefault(source, Set.of()).stream())
                        .forEach(reading -> accepted.put(reading, sent.answeredAt())));
        return accepted;
    }

    private static Stream<Notice> coordinatorNotices(Evidence evidence, Fact.Escalation escalation) {
        return evidence.notices().stream()
                .filter(notice -> notice.toCoordinator() && notice.isOfEscalation())
                .filter(notice -> notice.escalationId().equals(escalation.escalationId())
                        && notice.version() == escalation.version());
    }

    private static List<Cohort> cohorts(Evidence evidence, Map<UUID, String> trajectories) {
        var escalated = patients(evidence, COURSE_RULES);
        var silent = patients(evidence, Set.of(SILENCE_RULE));
        var byTrajectory = trajectories.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        return byTrajectory.entrySet().stream()
                .map(entry -> new Cohort(
                        entry.getKey(),
                        entry.getValue().size(),
                        (int) entry.getValue().stream()
                                .filter(escalated::contains)
                                .count(),
                        (int) entry.getValue().stream().filter(silent::contains).count()))
                .toList();
    }

    /** Patients who were escalated by one of the rules, and not by mistake. */
    private static Set<UUID> patients(Evidence evidence, Set<String> rules) {
        return evidence.escalations().stream()
                .filter(escalation ->
                        rules.contains(escalation.rule()) && !escalation.state().equals("WITHDRAWN"))
                .map(Fact.Escalation::patientId)
                .collect(Collectors.toSet());
    }

    private static Optional<Double> rate(List<Cohort> cohorts, String trajectory) {
        return cohorts.stream()
                .filter(cohort -> cohort.trajectory().equals(trajectory))
                .map(Cohort::rate)
                .findFirst();
    }
}
