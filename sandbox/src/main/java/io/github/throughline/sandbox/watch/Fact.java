package io.github.throughline.sandbox.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that stands on a topic, as far as an onlooker cares. */
public sealed interface Fact {

    /**
     * A change of a check-in.
     *
     * @param version change number
     * @param what e.g. OPENED, SUBMITTED, MISSED
     * @param week week of the plan, from 0
     */
    record Checkin(
            UUID patientId,
            UUID episodeId,
            UUID checkinId,
            int version,
            String what,
            int week,
            Instant opensAt,
            Instant endsAt,
            Instant graceEndsAt,
            List<String> measures)
            implements Fact {}

    /**
     * A reading.
     *
     * @param source whose record it was: a partner, or the system's own clients
     * @param recordId id of the record at its source
     */
    record Outcome(
            UUID patientId, UUID readingId, int version, String measure, Optional<String> source, String recordId)
            implements Fact {}

    /**
     * A change of an escalation.
     *
     * @param state e.g. RAISED, UPDATED, RESOLVED, WITHDRAWN
     * @param measure empty: the rule is about none
     * @param lastReading the newest reading of its evidence
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
            Optional<UUID> lastReading)
            implements Fact {

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
