package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was lost and what was doubled, by the definitions of the design.
 *
 * @param lost accepted without its outcome, put aside, or an escalation version missing or without a delivered notice to
 *     the coordinator
 * @param doubled one source id with two outcomes, or one escalation version told to one recipient under two ids
 */
record LostAndDoubled(List<String> lost, List<String> doubled) {

    static LostAndDoubled in(Evidence evidence) {
        var lost = Stream.of(
                        lostReadings(evidence),
                        lostSubmissions(evidence),
                        lostPartnerRecords(evidence),
                        lostVersions(evidence),
                        deadLetters(evidence),
                        untoldEscalations(evidence))
                .flatMap(List::stream)
                .toList();
        var doubled = Stream.of(
                        doubledOutcomes(evidence),
                        doubledEscalations(evidence),
                        doubledNotices(evidence),
                        strayNotices(evidence))
                .flatMap(List::stream)
                .toList();
        return new LostAndDoubled(lost, doubled);
    }

    private static List<String> lostReadings(Evidence evidence) {
        var recorded = evidence.facts(Fact.Outcome.class).stream()
                .map(Fact.Outcome::readingId)
                .collect(Collectors.toSet());
        var accepted = new ArrayList<UUID>();
        evidence.sent(Sent.Submission.class).forEach(submission -> accepted.addAll(submission.readings()));
        evidence.sent(Sent.SingleReading.class).forEach(reading -> accepted.add(reading.readingId()));
        return accepted.stream()
                .filter(reading -> !recorded.contains(reading))
                .map(reading -> "lost: reading " + reading + " was accepted and is no outcome")
                .toList();
    }

    private static List<String> lostSubmissions(Evidence evidence) {
        var submitted = evidence.facts(Fact.Checkin.class).stream()
                .filter(fact -> fact.what().startsWith("SUBMITTED"))
                .map(Fact.Checkin::checkinId)
                .collect(Collectors.toSet());
        return evidence.sent(Sent.Submission.class).stream()
                .map(Sent.Submission::checkinId)
                .distinct()
                .filter(checkin -> !submitted.contains(checkin))
                .map(checkin -> "lost: check-in " + checkin + " was accepted and does not stand as submitted")
                .toList();
    }

    private static List<String> lostPartnerRecords(Evidence evidence) {
        Set<String> answered = new HashSet<>();
        evidence.facts(Fact.Outcome.class)
                .forEach(outcome ->
                        outcome.source().ifPresent(partner -> answered.add(partner + "/" + outcome.recordId())));
        evidence.facts(Fact.Rejection.class)
                .forEach(refused -> refused.recordId().ifPresent(id -> answered.add(refused.partner() + "/" + id)));
        return evidence.sent(Sent.PartnerRecord.class).stream()
                .map(record -> record.partner() + "/" + record.recordId())
                .filter(record -> !answered.contains(record))
                .map(record -> "lost: partner record " + record + " is neither an outcome nor rejected")
                .toList();
    }

    /** Versions count 1, 2, 3 ...: a gap is a change that never came. */
    private static List<String> lostVersions(Evidence evidence) {
        var versions = evidence.facts(Fact.Escalation.class).stream()
                .collect(Collectors.groupingBy(
                        Fact.Escalation::escalationId,
                        Collectors.mapping(Fact.Escalation::version, Collectors.toCollection(TreeSet::new))));
        return versions.entrySet().stream()
                .filter(entry -> entry.getValue().last() != entry.getValue().size())
                .map(entry -> "lost: escalation " + entry.getKey() + " has only the versions " + entry.getValue())
                .toList();
    }

    private static List<String> deadLetters(Evidence evidence) {
        return evidence.facts(Fact.DeadLetter.class).stream()
                .map(letter -> "lost: " + letter.service() + " put a record of " + letter.topic() + " aside")
                .toList();
    }

    private static List<String> untoldEscalations(Evidence evidence) {
        var arrived = evidence.arrived();
        var told = evidence.notices().stream()
                .filter(notice -> notice.toCoordinator() && arrived.contains(notice.noticeId()))
                .map(notice -> notice.escalationId() + " version " + notice.version())
                .collect(Collectors.toSet());
        return evidence.facts(Fact.Escalation.class).stream()
                .map(escalation -> escalation.escalationId() + " version " + escalation.version())
                .distinct()
                .filter(escalation -> !told.contains(escalation))
                .map(escalation -> "lost: escalation " + escalation + " did not reach its coordinator")
                .toList();
    }

    private static List<String> doubledOutcomes(Evidence evidence) {
        return evidence.readingsBySourceRecord().values().stream()
                .filter(readings -> readings.size() > 1)
                .map(readings -> "doubled: one source record is the readings " + readings)
                .toList();
    }

    private static List<String> doubledEscalations(Evidence evidence) {
        var ids = evidence.facts(Fact.Escalation.class).stream()
                .collect(Collectors.groupingBy(
                        e -> List.of(e.episodeId(), e.rule(), e.subject(), e.ordinal()),
                        Collectors.mapping(Fact.Escalation::escalationId, Collectors.toSet())));
        return ids.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> "doubled: one stall is the escalations " + same)
                .toList();
    }

    private static List<String> doubledNotices(Evidence evidence) {
        var arrived = evidence.arrived();
        var told = evidence.notices().stream()
                .filter(notice -> arrived.contains(notice.noticeId()))
                .collect(Collectors.groupingBy(
                        n -> List.of(n.escalationId(), n.version(), n.kind(), n.recipient(), n.channel()),
                        Collectors.mapping(Notice::noticeId, Collectors.toSet())));
        return told.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "doubled: " + entry.getKey() + " was told under " + entry.getValue())
                .toList();
    }

    /** What arrived somewhere under an id that nobody keeps: whatever it told was told twice, or should not have been. */
    private static List<String> strayNotices(Evidence evidence) {
        var kept = evidence.notices().stream().map(Notice::noticeId).collect(Collectors.toSet());
        return evidence.arrived().stream()
                .filter(arrived -> !kept.contains(arrived))
                .map(arrived ->
                        "doubled: a notice arrived as " + arrived + ", which notification-service does not keep")
                .toList();
    }
}
