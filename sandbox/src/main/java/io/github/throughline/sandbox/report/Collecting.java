package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.client.Escalations;
import io.github.throughline.sandbox.sink.SinkClient;
import io.github.throughline.sandbox.watch.Fact;
import io.github.throughline.stall.stream.Refold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Gathers the evidence of one run: what its clients remember, and what topics, sinks and notification-service show. */
public final class Collecting {

    private static final String MAIL_HEADER = "x-throughline-notice";
    private static final int ACCEPTED = 300;

    /** Machine time. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Ledger ledger;
    private final Escalations escalations;
    private final SinkClient sinks;

    public Collecting(Ledger ledger, Escalations escalations, SinkClient sinks) {
        this.ledger = ledger;
        this.escalations = escalations;
        this.sinks = sinks;
    }

    /**
     * The evidence of a run, once all is quiet.
     *
     * @param arrangement names the run's own patients; what concerns others is left out
     */
    public Evidence of(Arrangement arrangement) {
        var records = ledger.sent(Sent.PartnerRecord.class).stream()
                .map(Sent.PartnerRecord::recordId)
                .collect(Collectors.toSet());
        var facts = ledger.facts().stream()
                .filter(fact -> concerns(fact, arrangement.patients(), records))
                .toList();
        var told = facts.stream()
                .filter(Fact.Escalation.class::isInstance)
                .map(fact -> ((Fact.Escalation) fact).escalationId())
                .collect(Collectors.toSet());
        var kept = keptNotices(told);
        var ofOthers = kept.stream()
                .filter(notice -> !told.contains(notice.escalationId()))
                .map(Notice::noticeId)
                .collect(Collectors.toSet());
        var notices = kept.stream()
                .filter(notice -> told.contains(notice.escalationId()))
                .toList();
        var arrivals = arrivals(facts).stream()
                .filter(arrival -> !ofOthers.contains(arrival.noticeId()))
                .toList();
        return new Evidence(arrangement, ledger.allSent(), facts, refolded(facts), notices, arrivals);
    }

    private static Set<Refold.Standing> refolded(List<Fact> facts) {
        return Refold.of(facts.stream()
                .filter(Fact.Watched.class::isInstance)
                .map(fact -> ((Fact.Watched) fact).event())
                .toList());
    }

    /** A notice that waits for its next try is neither delivered nor lost yet: it gets some time for it. */
    private List<Notice> keptNotices(Set<UUID> told) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var kept = escalations.allNotices().stream().map(Collecting::notice).toList();
            boolean isSettled = kept.stream()
                    .filter(notice -> notice.toCoordinator() && told.contains(notice.escalationId()))
                    .noneMatch(notice -> notice.state().equals("pending"));
            if (isSettled || System.nanoTime() > deadline) {
                return kept;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean concerns(Fact fact, Set<UUID> patients, Set<String> records) {
        return switch (fact) {
            case Fact.Checkin checkin -> patients.contains(checkin.patientId());
            case Fact.Plan plan -> patients.contains(plan.patientId());
            case Fact.Watched watched -> patients.contains(watched.patientId());
            case Fact.Outcome outcome -> patients.contains(outcome.patientId());
            case Fact.Escalation escalation -> patients.contains(escalation.patientId());
            case Fact.Rejection refused ->
                refused.recordId().filter(records::contains).isPresent();
            case Fact.PartnerNotice notice -> true;
            case Fact.DeadLetter letter -> true;
        };
    }

    /** What was told of an escalation. */
    public List<Notice> notices(UUID escalation) {
        return escalations.notices(escalation).stream().map(Collecting::notice).toList();
    }

    private static Notice notice(JsonNode json) {
        return new Notice(
                UUID.fromString(json.get("noticeId").asString()),
                UUID.fromString(json.get("escalationId").asString()),
                json.get("version").asInt(),
                word(json.get("kind")),
                json.get("recipient").asString(),
                word(json.path("channel")),
                word(json.get("state")),
                word(json.get("audience")).equals("coordinator"),
                Optional.of(json.path("endedCareAt").asString(""))
                        .filter(at -> !at.isEmpty())
                        .map(Instant::parse));
    }

    private static String word(JsonNode text) {
        return text.asString("").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Arrival> arrivals(List<Fact> facts) {
        var arrivals = new ArrayList<>(mails());
        sinks.webhooksAfter(0).stream()
                .filter(hook -> hook.status() < ACCEPTED)
                .flatMap(hook -> id(hook.id()).stream()
                        .map(id -> new Arrival("webhook", id, List.of(hook.name()), hook.arrivedAt())))
                .forEach(arrivals::add);
        facts.stream()
                .filter(Fact.PartnerNotice.class::isInstance)
                .map(Fact.PartnerNotice.class::cast)
                .map(notice ->
                        new Arrival("partner-topic", notice.noticeId(), List.of(notice.partner()), notice.writtenAt()))
                .forEach(arrivals::add);
        return arrivals;
    }

    private List<Arrival> mails() {
        return sinks.mailsAfter(0).stream()
                .flatMap(mail -> mail.headers().entrySet().stream()
                        .filter(header ->
                                header.getKey().toLowerCase(Locale.ROOT).equals(MAIL_HEADER))
                        .flatMap(header -> header.getValue().stream())
                        .flatMap(value -> id(value).stream())
                        .map(id -> new Arrival("email", id, mail.recipients(), mail.arrivedAt())))
                .toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip().replaceFirst("^msg_", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
