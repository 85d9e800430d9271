package io.github.throughline.checkin.checkin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as it stood after a change of its check-in.
 *
 * @param version the check-in's change number
 * @param answeredAt when the patient answered, the same through all corrections
 * @param by subject of whoever submitted or corrected it
 * @param reason why it was corrected; null: it is the submission
 * @param toldAt care time at which it was submitted or corrected
 */
public record KeptReport(
        CheckinId checkin,
        int version,
        Instant answeredAt,
        Report report,
        String by,
        @Nullable String reason,
        Instant toldAt) {}
