package io.github.throughline.sandbox.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Something that stands on a topic, as far as an onlooker cares. */
public sealed interface Fact {

    /**
     * A change of a check-in.
     *
     * @param version change number
     * @param planVersion the plan version that scheduled it
     * @param what e.g. OPENED, SUBMITTED, MISSED
     * @param week week of the plan, from 0
     */
    record Checkin(
            UUID patientId,
            UUID episodeId,
            UUID checkinId,
            int version,
            int planVersion,
            String what,
            int week,
            Instant opensAt,
            Instant endsAt,
            Instant graceEndsAt,
            List<String> measures)
            implements Fact {}

    /** A plan version that came into force, or left it. */
    record Plan(UUID patientId, UUID episodeId, int planVersion) implements Fact {}

    /**
     * A reading.
     *
     * @param partner whose record it was; empty: one of the system's own clients'
     * @param recordId id of the record at its source
     * @param checkinId the check-in that it was submitted with; empty: unscheduled, or a partner's
     */
    record Outcome(
            UUID patientId,
            UUID eventId,
            UUID readingId,
            int version,
            String measure,
            Optional<String> partner,
            String recordId,
            Optional<UUID> checkinId)
            implements Fact {}

    /** An event that the detector reads, as it stands on its topic. */
    record Watched(UUID patientId, SpecificRecord event) implements Fact {}

    /**
     * A change of an escalation.
     *
     * @param state e.g. RAISED, UPDATED, RESOLVED, WITHDRAWN
     * @param measure empty: the rule is about none
     * @param readings of its evidence
     */
    record Escalation(
            UUID patientId,
            UUID episodeId,
            UUID escalationId,
            int version,
            String rule,
            String subject,
            int ordinal,
            String severity,
            String state,
            Instant onsetAt,
            Instant raisedAt,
            Optional<String> measure,
            List<UUID> readings)
            implements Fact {

        /** The newest version of each. */
        public static List<Escalation> newest(Collection<Escalation> changes) {
            return List.copyOf(changes.stream()
                    .collect(Collectors.toMap(
                            Escalation::escalationId, change -> change, (a, b) -> a.version() >= b.version() ? a : b))
                    .values());
        }

        public String idAndVersion() {
            return escalationId + " version " + version;
        }

        /** Whether somebody should still act on it. */
        public boolean isOpen() {
            return !state.equals("RESOLVED") && !state.equals("WITHDRAWN");
        }
    }

    /** A record of a partner that was refused. */
    record Rejection(String partner, Optional<String> recordId, String code) implements Fact {}

    /** A notice on a partner's topic. */
    record PartnerNotice(String partner, UUID noticeId, Instant writtenAt) implements Fact {}

    /** A record that a service could not read. */
    record DeadLetter(String service, String topic) implements Fact {}
}
