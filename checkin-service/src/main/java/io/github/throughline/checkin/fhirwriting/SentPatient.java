package io.github.throughline.checkin.fhirwriting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient as a sender names them.
 *
 * @param id the id that Throughline gave; null: not said
 * @param partnerPatient the partner's own id of the patient; null: not said. Never kept, logged or passed on
 */
record SentPatient(@Nullable UUID id, @Nullable String partnerPatient) {

    /** Without the partner's id. */
    @Override
    public String toString() {
        return "SentPatient[" + id + "]";
    }
}
