package io.github.throughline.sandbox.watch;

import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.deadletter.DeadLetter;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EvidenceReading;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.partner.PartnerRejection;
import io.github.throughline.schemas.partner.ProviderNotice;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Records to facts; what nobody looks at is left out. */
final class AvroFacts {

    private static final Pattern OF_PARTNER = Pattern.compile("throughline\\.partner\\.([a-z0-9-]+)\\.[a-z]+\\.v1");

    private AvroFacts() {}

    static List<Fact> of(String topic, Instant writtenAt, @Nullable Object record) {
        return switch (record) {
            case PlanVersionChanged plan -> List.of(plan(plan), new Fact.Watched(plan.getPatientId(), plan));
            case CheckinChanged checkin -> List.of(checkin(checkin), new Fact.Watched(checkin.getPatientId(), checkin));
            case OutcomeRecorded outcome ->
                List.of(outcome(outcome), new Fact.Watched(outcome.getPatientId(), outcome));
            case DecisionRecorded decision -> List.of(new Fact.Watched(decision.getPatientId(), decision));
            case EscalationChanged escalation -> List.of(escalation(escalation));
            case PartnerRejection refused ->
                List.of(new Fact.Rejection(
                        partner(topic), Optional.ofNullable(refused.getRecordId()), refused.getCode()));
            case ProviderNotice notice ->
                List.of(new Fact.PartnerNotice(partner(topic), notice.getNoticeId(), writtenAt));
            case DeadLetter letter -> List.of(new Fact.DeadLetter(letter.getService(), letter.getTopic()));
            case null, default -> List.of();
        };
    }

    private static Fact plan(PlanVersionChanged p) {
        return new Fact.Plan(p.getPatientId(), p.getEpisodeId(), p.getPlanVersion());
    }

    private static Fact checkin(CheckinChanged c) {
        return new Fact.Checkin(
                c.getPatientId(),
                c.getEpisodeId(),
                c.getCheckinId(),
                c.getVersion(),
                c.getPlanVersion(),
                c.getFact().name(),
                c.getWeek(),
                c.getOpensAt(),
                c.getEndsAt(),
                c.getGraceEndsAt(),
                List.copyOf(c.getMeasures()));
    }

    private static Fact outcome(OutcomeRecorded o) {
        return new Fact.Outcome(
                o.getPatientId(),
                o.getEventId(),
                o.getReadingId(),
                o.getVersion(),
                o.getMeasure(),
                Optional.ofNullable(o.getPartner()),
                o.getSourceRecordId(),
                Optional.ofNullable(o.getCheckinId()));
    }

    private static Fact escalation(EscalationChanged e) {
        var evidence = e.getEvidence();
        return new Fact.Escalation(
                e.getPatientId(),
                e.getEpisodeId(),
                e.getEscalationId(),
                e.getVersion(),
                e.getRule(),
                e.getSubject(),
                e.getOrdinal(),
                e.getSeverity().name(),
                e.getState().name(),
                e.getOnsetAt(),
                e.getRaisedAt(),
                Optional.ofNullable(evidence.getMeasure()),
                evidence.getReadings().stream()
                        .map(EvidenceReading::getReadingId)
                        .toList());
    }

    private static String partner(String topic) {
        var matcher = OF_PARTNER.matcher(topic);
        return matcher.matches() ? matcher.group(1) : topic;
    }
}
