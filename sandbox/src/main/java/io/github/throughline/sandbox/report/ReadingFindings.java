package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the outcomes and check-ins against what the clients sent, record by record. */
final class ReadingFindings {

    private final Evidence evidence;
    private final Map<Source, Set<UUID>> recorded;
    private final Set<Source> rejected;

    private ReadingFindings(Evidence evidence) {
        this.evidence = evidence;
        this.recorded = evidence.recorded();
        this.rejected = evidence.rejected();
    }

    static Stream<Finding> in(Evidence evidence) {
        var findings = new ReadingFindings(evidence);
        return Stream.of(
                        findings.lostReadings(),
                        findings.answersThatNameOtherReadings(),
                        findings.lostSubmissions(),
                        findings.doubledOutcomes(),
                        findings.outcomesThatNobodySent(),
                        findings.refusals(),
                        findings.rejections(),
                        findings.answersThatWereNeverSent(),
                        findings.silence())
                .flatMap(all -> all);
    }

    private Stream<Finding> lostReadings() {
        return Source.allOf(evidence).stream()
                .filter(source -> !recorded.containsKey(source) && !rejected.contains(source))
                .map(source -> Finding.lost(source + " was accepted and is neither an outcome nor rejected"));
    }

    /** The services' answers are held against what was asked, never taken for it. */
    private Stream<Finding> answersThatNameOtherReadings() {
        return Stream.concat(
                evidence.sent(Sent.Submission.class).stream()
                        .filter(submission -> submission.readings().size()
                                        != submission.measures().size()
                                || isWrong(submission, Set.copyOf(submission.readings())))
                        .map(submission ->
                                Finding.lost("check-in %s: %d measures were sent, and as readings came back %s"
                                        .formatted(
                                                submission.checkinId(),
                                                submission.measures().size(),
                                                submission.readings()))),
                evidence.sent(Sent.SingleReading.class).stream()
                        .filter(reading -> isWrong(reading, Set.of(reading.readingId())))
                        .map(reading -> Finding.lost("%s was accepted as reading %s, which is another"
                                .formatted(reading.recordId(), reading.readingId()))));
    }

    private boolean isWrong(Sent sent, Set<UUID> named) {
        var sources = Source.of(sent).toList();
        var stand = sources.stream()
                .flatMap(source -> recorded.getOrDefault(source, Set.of()).stream())
                .collect(Collectors.toSet());
        return recorded.keySet().containsAll(sources) && !stand.containsAll(named);
    }

    private Stream<Finding> lostSubmissions() {
        var submitted = evidence.facts(Fact.Checkin.class).stream()
                .filter(fact -> fact.what().startsWith("SUBMITTED"))
                .map(Fact.Checkin::checkinId)
                .collect(Collectors.toSet());
        return evidence.sent(Sent.Submission.class).stream()
                .map(Sent.Submission::checkinId)
                .distinct()
                .filter(checkin -> !submitted.contains(checkin))
                .map(checkin -> Finding.lost("check-in " + checkin + " was accepted and does not stand as submitted"));
    }

    /** The same event may come twice, since an outbox delivers at least once. Nobody in a sandbox corrects a reading. */
    private Stream<Finding> doubledOutcomes() {
        var twice = recorded.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> Finding.doubled(entry.getKey() + " is the readings " + entry.getValue()));
        var again = evidence.facts(Fact.Outcome.class).stream()
                .filter(outcome -> outcome.version() > 1)
                .map(outcome -> Finding.doubled("%s was recorded again as version %d, and nobody corrected it"
                        .formatted(Source.of(outcome), outcome.version())));
        var events = evidence.facts(Fact.Outcome.class).stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.readingId() + " version " + outcome.version(),
                        Collectors.mapping(Fact.Outcome::eventId, Collectors.toSet())));
        return Stream.of(
                        twice,
                        again.distinct(),
                        events.entrySet().stream()
                                .filter(entry -> entry.getValue().size() > 1)
                                .map(entry ->
                                        Finding.doubled(entry.getKey() + " stands in the events " + entry.getValue())))
                .flatMap(all -> all);
    }

    private Stream<Finding> outcomesThatNobodySent() {
        var sent = new HashSet<>(Source.allOf(evidence));
        return recorded.keySet().stream()
                .filter(source -> !sent.contains(source) || rejected.contains(source))
                .map(source -> Finding.unexpected(source + " is an outcome, and nobody sent it or it was rejected"));
    }

    /** A check-in whose plan has had a new version since is no longer asked for: that alone may be refused. */
    private Stream<Finding> refusals() {
        var plans = newestPlans();
        var replanned = evidence.facts(Fact.Checkin.class).stream()
                .filter(checkin -> checkin.planVersion() < plans.getOrDefault(checkin.episodeId(), 0))
                .map(Fact.Checkin::checkinId)
                .collect(Collectors.toSet());
        return evidence.sent(Sent.RefusedByRest.class).stream()
                .filter(refused -> !refused.code().equals("CHECKIN_CLOSED")
                        || refused.checkin().filter(replanned::contains).isEmpty())
                .map(refused -> Finding.unexpected(refused.what() + " was refused: " + refused.code()));
    }

    private Map<UUID, Integer> newestPlans() {
        var newest = new HashMap<UUID, Integer>();
        evidence.facts(Fact.Plan.class).forEach(plan -> newest.merge(plan.episodeId(), plan.planVersion(), Math::max));
        return newest;
    }

    private Stream<Finding> rejections() {
        return evidence.facts(Fact.Rejection.class).stream()
                .map(rejection -> Finding.unexpected("%s was rejected: %s"
                        .formatted(
                                Source.of(rejection).map(Source::toString).orElse("a record of " + rejection.partner()),
                                rejection.code())))
                .distinct();
    }

    private Stream<Finding> answersThatWereNeverSent() {
        var answered = evidence.sent().stream()
                .map(Sent::checkin)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return evidence.arrangement().answers().stream()
                .filter(checkin -> !answered.contains(checkin))
                .map(checkin -> Finding.unexpected("check-in " + checkin + " was to be answered, and nobody did"));
    }

    private Stream<Finding> silence() {
        return evidence.facts(Fact.Checkin.class).isEmpty()
                ? Stream.of(Finding.unexpected("no check-in ever opened"))
                : Stream.empty();
    }
}
