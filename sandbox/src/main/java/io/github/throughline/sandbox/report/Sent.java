package io.github.throughline.sandbox.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that a client handed to the system, as the client remembers it. */
public sealed interface Sent {

    /** Machine time at which the client knew what became of it. */
    Instant answeredAt();

    /** The check-in that it answers; empty: none. */
    default Optional<UUID> checkin() {
        return Optional.empty();
    }

    /**
     * A check-in that was submitted and answered with success.
     *
     * @param measures that the client answered
     * @param readings ids of the readings that the service's answer named
     */
    record Submission(UUID checkinId, List<String> measures, List<UUID> readings, Instant answeredAt) implements Sent {

        public Submission {
            measures = List.copyOf(measures);
            readings = List.copyOf(readings);
        }

        @Override
        public Optional<UUID> checkin() {
            return Optional.of(checkinId);
        }
    }

    /**
     * A reading outside a check-in that was answered with success.
     *
     * @param recordId the client's own id of it
     * @param readingId id that the service's answer named
     */
    record SingleReading(String recordId, UUID readingId, Instant answeredAt) implements Sent {}

    /** A record on a partner's topic that the broker acknowledged. */
    record PartnerRecord(String partner, String recordId, Optional<UUID> checkin, Instant answeredAt) implements Sent {}

    /**
     * What a service refused; the client was told so.
     *
     * @param what was sent, for people
     * @param readings how many readings were in it
     * @param code the problem's stable code
     */
    record RefusedByRest(String what, Optional<UUID> checkin, int readings, String code, Instant answeredAt)
            implements Sent {}
}
