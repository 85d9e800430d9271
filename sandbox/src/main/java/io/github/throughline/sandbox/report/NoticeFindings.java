package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what arrived at people against who was to be told: the right coordinator, the consented provider, once. */
final class NoticeFindings {

    private final Evidence evidence;
    private final Set<UUID> arrived;
    private final Map<UUID, UUID> patients;

    private NoticeFindings(Evidence evidence) {
        this.evidence = evidence;
        this.arrived = evidence.arrived();
        this.patients = new HashMap<>();
        evidence.facts(Fact.Escalation.class)
                .forEach(escalation -> patients.put(escalation.escalationId(), escalation.patientId()));
    }

    static Stream<Finding> in(Evidence evidence) {
        var findings = new NoticeFindings(evidence);
        return Stream.of(
                        findings.untoldEscalations(),
                        findings.wrongCoordinators(),
                        findings.wrongMailboxes(),
                        findings.withoutConsent(),
                        findings.doubledNotices(),
                        findings.strayNotices())
                .flatMap(all -> all);
    }

    private Stream<Notice> arrivedNotices() {
        return evidence.notices().stream().filter(notice -> arrived.contains(notice.noticeId()));
    }

    private Stream<Finding> untoldEscalations() {
        var told = arrivedNotices()
                .filter(notice -> notice.toCoordinator() && notice.isOfEscalation())
                .filter(this::isToRightCoordinator)
                .map(Notice::escalationAndVersion)
                .collect(Collectors.toSet());
        return evidence.facts(Fact.Escalation.class).stream()
                .map(Fact.Escalation::idAndVersion)
                .distinct()
                .filter(escalation -> !told.contains(escalation))
                .map(escalation -> Finding.lost("escalation " + escalation + " did not reach its coordinator"));
    }

    private boolean isToRightCoordinator(Notice notice) {
        return notice.recipient()
                .equals(evidence.arrangement().coordinators().get(patients.get(notice.escalationId())));
    }

    private Stream<Finding> wrongCoordinators() {
        return arrivedNotices()
                .filter(notice -> notice.toCoordinator() && !isToRightCoordinator(notice))
                .map(notice -> Finding.unexpected(
                        "%s was told to %s, who does not coordinate".formatted(notice.noticeId(), notice.recipient())));
    }

    private Stream<Finding> wrongMailboxes() {
        return evidence.notices().stream()
                .flatMap(notice -> evidence.arrivals().stream()
                        .filter(arrival -> arrival.channel().equals("email")
                                && arrival.noticeId().equals(notice.noticeId()))
                        .filter(arrival -> !arrival.addressees().equals(mailbox(notice.recipient())))
                        .map(arrival -> Finding.unexpected("%s for %s was mailed to %s"
                                .formatted(notice.noticeId(), notice.recipient(), arrival.addressees()))));
    }

    private List<String> mailbox(String recipient) {
        return List.of(evidence.arrangement().mailboxes().getOrDefault(recipient, "nobody's mailbox"));
    }

    private Stream<Finding> withoutConsent() {
        return arrivedNotices()
                .filter(notice -> !notice.toCoordinator())
                .filter(notice -> notice.endedAt().orElse(Instant.MAX).isAfter(consentEnds(notice)))
                .map(notice -> Finding.unexpected("%s was told to %s at %s without consent"
                        .formatted(notice.noticeId(), notice.recipient(), notice.endedAt())));
    }

    private Instant consentEnds(Notice notice) {
        return evidence.arrangement().consents().getOrDefault(patients.get(notice.escalationId()), Instant.MIN);
    }

    private Stream<Finding> doubledNotices() {
        var told = arrivedNotices()
                .filter(notice -> notice.isOfEscalation())
                .collect(Collectors.groupingBy(
                        notice -> "escalation %s, %s to %s by %s"
                                .formatted(
                                        notice.escalationAndVersion(),
                                        notice.kind(),
                                        notice.recipient(),
                                        notice.channel()),
                        Collectors.mapping(Notice::noticeId, Collectors.toSet())));
        return told.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> Finding.doubled(entry.getKey() + " was told under " + entry.getValue()));
    }

    /** What arrived somewhere under an id that nobody keeps: whatever it told was told twice, or should not have been. */
    private Stream<Finding> strayNotices() {
        var kept = evidence.notices().stream().map(Notice::noticeId).collect(Collectors.toSet());
        return arrived.stream()
                .filter(notice -> !kept.contains(notice))
                .map(notice -> Finding.doubled(
                        "a notice arrived as " + notice + ", which notification-service does not keep"));
    }
}
