package io.github.throughline.schemas;

import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.deadletter.DeadLetter;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.partner.PartnerEncounter;
import io.github.throughline.schemas.partner.PartnerOutcome;
import io.github.throughline.schemas.partner.PartnerRejection;
import io.github.throughline.schemas.partner.ProviderNotice;
import io.github.throughline.schemas.patientnotice.PatientNoticeDue;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.providerreply.ProviderReplied;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.schemas.workitem.WorkItemChanged;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Every topic of the system, once. Domain topics are keyed by patient id, never compacted and never expire. */
public final class Topics {

    /** The same for every domain topic: the detector reads five of them side by side. */
    public static final int DOMAIN_PARTITIONS = 6;

    private static final int PARTNER_PARTITIONS = 3;
    private static final Duration PARTNER_RETENTION = Duration.ofDays(30);
    private static final Pattern PARTNER_ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public static final Topic EPISODE = domain("episode", "intake-service", EpisodeChanged.class);
    public static final Topic WORK_ITEM = domain("work-item", "intake-service", WorkItemChanged.class);
    public static final Topic PLAN = domain("plan", "plan-service", PlanVersionChanged.class);
    public static final Topic CHECKIN = domain("checkin", "checkin-service", CheckinChanged.class);
    public static final Topic OUTCOME = domain("outcome", "checkin-service", OutcomeRecorded.class);
    public static final Topic PATIENT_NOTICE = domain("patient-notice", "checkin-service", PatientNoticeDue.class);
    public static final Topic ESCALATION = domain("escalation", "stall-detector", EscalationChanged.class);
    public static final Topic VERDICT = domain("verdict", "stall-detector", VerdictChanged.class);
    public static final Topic DECISION = domain("decision", "notification-service", DecisionRecorded.class);
    public static final Topic PROVIDER_REPLY = domain("provider-reply", "notification-service", ProviderReplied.class);

    /**
     * What rules that are being tried would have escalated. Nobody acts on it, so it is no domain topic;
     * it never expires, since a trial takes as long as recovery does.
     */
    public static final Topic SHADOW_ESCALATION = new Topic(
            "throughline.shadow-escalation.v1",
            Set.of("stall-detector"),
            DOMAIN_PARTITIONS,
            null,
            EscalationChanged.class);

    /** Names of the services, each the writer of its topics. */
    public static final List<String> SERVICES =
            List.of("intake-service", "plan-service", "checkin-service", "stall-detector", "notification-service");

    private Topics() {}

    /** The topics that do not depend on which partners there are. */
    public static List<Topic> all() {
        return Stream.of(
                        domain().stream(),
                        Stream.of(SHADOW_ESCALATION),
                        SERVICES.stream().map(Topics::deadLetters))
                .flatMap(topics -> topics)
                .toList();
    }

    /** The domain topics, in the order in which an event travels. */
    public static List<Topic> domain() {
        return List.of(
                EPISODE,
                WORK_ITEM,
                PLAN,
                CHECKIN,
                OUTCOME,
                PATIENT_NOTICE,
                ESCALATION,
                VERDICT,
                DECISION,
                PROVIDER_REPLY);
    }

    /**
     * The topics of one partner.
     *
     * @param partner id of the partner: lower-case letters, digits and hyphens, at most 40 characters
     */
    public static List<Topic> partner(String partner) {
        return List.of(
                partnerOutcome(partner), partnerEncounter(partner), partnerRejected(partner), partnerNotice(partner));
    }

    public static Topic partnerOutcome(String partner) {
        return ofPartner(partner, "outcome", Set.of(partner), PartnerOutcome.class);
    }

    public static Topic partnerEncounter(String partner) {
        return ofPartner(partner, "encounter", Set.of(partner), PartnerEncounter.class);
    }

    /** Refusals; checkin-service writes those of outcomes, intake-service those of encounters. */
    public static Topic partnerRejected(String partner) {
        return ofPartner(partner, "rejected", Set.of("checkin-service", "intake-service"), PartnerRejection.class);
    }

    public static Topic partnerNotice(String partner) {
        return ofPartner(partner, "notice", Set.of("notification-service"), ProviderNotice.class);
    }

    /** Where a service puts the records that it could not read. */
    public static Topic deadLetters(String service) {
        return new Topic(
                "throughline." + service + ".dlq.v1",
                Set.of(service),
                PARTNER_PARTITIONS,
                PARTNER_RETENTION,
                DeadLetter.class);
    }

    private static Topic domain(String name, String writer, Class<? extends SpecificRecord> record) {
        return new Topic("throughline." + name + ".v1", Set.of(writer), DOMAIN_PARTITIONS, null, record);
    }

    private static Topic ofPartner(
            String partner, String name, Set<String> writers, Class<? extends SpecificRecord> record) {
        if (!PARTNER_ID.matcher(partner).matches()) {
            throw new IllegalArgumentException(
                    "partner id '%s' must match %s".formatted(partner, PARTNER_ID.pattern()));
        }
        return new Topic(
                "throughline.partner.%s.%s.v1".formatted(partner, name),
                writers,
                PARTNER_PARTITIONS,
                PARTNER_RETENTION,
                record);
    }
}
