package io.github.throughline.notification.patientnotice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All notices to patients and caregivers. */
interface PatientNotices {

    /** Once, however often it is heard of. */
    void add(PatientNotice notice);

    /**
     * Takes due notices for a while: one whose sender dies comes back.
     *
     * @param until machine time until which nobody else takes them
     */
    List<PatientNotice> claim(Instant now, Instant until, int limit);

    void keepText(UUID id, String text);

    void settle(UUID id, PatientNotice.State state);

    /** @param at machine time of the next try */
    void putOff(UUID id, Instant at);

    long countDue(Instant now);

    void erase(UUID episodeId);
}
