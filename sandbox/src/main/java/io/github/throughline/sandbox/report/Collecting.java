package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.client.Escalations;
import io.github.throughline.sandbox.sink.SinkClient;
import io.github.throughline.sandbox.watch.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Gathers the evidence of one run: what its clients remember, and what topics, sinks and notification-service show. */
public final class Collecting {

    private static final String MAIL_HEADER = "x-throughline-notice";
    private static final int ACCEPTED = 300;

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
     * @param patients the run's own; what concerns others is left out
     */
    public Evidence of(Set<UUID> patients) {
        var records = ledger.sent(Sent.PartnerRecord.class).stream()
                .map(Sent.PartnerRecord::recordId)
                .collect(Collectors.toSet());
        var facts = ledger.facts().stream()
                .filter(fact -> concerns(fact, patients, records))
                .toList();
        var told = facts.stream()
                .filter(Fact.Escalation.class::isInstance)
                .map(fact -> ((Fact.Escalation) fact).escalationId())
                .collect(Collectors.toSet());
        var kept = escalations.allNotices().stream().map(Collecting::notice).toList();
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
        return new Evidence(ledger.allSent(), facts, notices, arrivals);
    }

    private static boolean concerns(Fact fact, Set<UUID> patients, Set<String> records) {
        return switch (fact) {
            case Fact.Checkin checkin -> patients.contains(checkin.patientId());
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
                word(json.get("audience")).equals("coordinator"));
    }

    private static String word(JsonNode text) {
        return text.asString("").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Arrival> arrivals(List<Fact> facts) {
        var arrivals = new ArrayList<>(mails(0));
        sinks.webhooksAfter(0).stream()
                .filter(hook -> hook.status() < ACCEPTED)
                .flatMap(hook -> id(hook.id()).map(id -> new Arrival("webhook", id, hook.arrivedAt())).stream())
                .forEach(arrivals::add);
        facts.stream()
                .filter(Fact.PartnerNotice.class::isInstance)
                .map(Fact.PartnerNotice.class::cast)
                .map(notice -> new Arrival("partner-topic", notice.noticeId(), notice.writtenAt()))
                .forEach(arrivals::add);
        return arrivals;
    }

    /** Notices that arrived by mail, from a number of the sink on. */
    private List<Arrival> mails(long after) {
        return sinks.mailsAfter(after).stream()
                .flatMap(mail -> mail.headers().entrySet().stream()
                        .filter(header ->
                                header.getKey().toLowerCase(Locale.ROOT).equals(MAIL_HEADER))
                        .flatMap(header -> header.getValue().stream())
                        .flatMap(value -> id(value).stream())
                        .map(id -> new Arrival("email", id, mail.arrivedAt())))
                .toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip().replaceFirst("^msg_", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The times at which notices arrived by mail, earliest first for each. */
    public Map<UUID, Instant> mailArrivals() {
        return Stream.of(mails(0))
                .flatMap(List::stream)
                .collect(Collectors.toMap(Arrival::noticeId, Arrival::at, (a, b) -> a.isBefore(b) ? a : b));
    }
}
