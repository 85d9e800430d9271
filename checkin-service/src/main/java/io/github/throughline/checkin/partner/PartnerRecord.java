package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.GivenReading;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as a partner sent it.
 *
 * @param patient the partner's own id of the patient; never kept, logged or passed on
 * @param episodeId null: the one open episode of the patient whose plan has the measure
 */
record PartnerRecord(Place place, String patient, @Nullable UUID episodeId, GivenReading given) {

    String partner() {
        return place.partner();
    }

    String recordId() {
        return given.origin().recordId();
    }
}
