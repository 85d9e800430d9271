package io.github.throughline.sandbox.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Something that a client handed to the system, as the client remembers it. */
public sealed interface Sent {

    /** Machine time at which the client knew that it was taken. */
    Instant acceptedAt();

    /**
     * A check-in that was submitted and answered with success.
     *
     * @param readings ids of the readings that the answer named
     */
    record Submission(UUID checkinId, List<UUID> readings, Instant acceptedAt) implements Sent {

        public Submission {
            readings = List.copyOf(readings);
        }
    }

    /** A reading outside a check-in that was answered with success. */
    record SingleReading(UUID readingId, Instant acceptedAt) implements Sent {}

    /** A record on a partner's topic that the broker acknowledged. */
    record PartnerRecord(String partner, String recordId, Instant acceptedAt) implements Sent {}

    /**
     * What a service refused; the client was told so.
     *
     * @param readings how many readings were in it
     * @param code the problem's stable code
     */
    record RefusedByRest(int readings, String code, Instant acceptedAt) implements Sent {}
}
