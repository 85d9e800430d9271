package io.github.throughline.checkin.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import io.github.throughline.checkin.reading.Origin;
import io.github.throughline.checkin.reading.Reading;
import io.github.throughline.platform.fhir.FhirSystems;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;

/** What readings have in common as resources of either type. */
final class FhirReadings {

    private FhirReadings() {}

    static Meta meta(Recorded recorded) {
        return new Meta()
                .setVersionId(String.valueOf(recorded.reading().revision().version()))
                .setLastUpdated(Date.from(recorded.changedAt()));
    }

    /** Who gave it: the patient, somebody by their reference, or a partner's system by its id. */
    static Reference giver(Origin origin, UUID patientId) {
        if (origin.source() == Origin.Source.PATIENT) {
            return FhirSystems.patient(patientId);
        }
        if (origin.partner() != null) {
            return FhirSystems.partner(origin.partner());
        }
        var giver = origin.giver() == null
                ? new Reference().setDisplay("recorded before this was kept")
                : FhirSystems.member(origin.giver());
        return giver.setType(origin.source() == Origin.Source.CAREGIVER ? "RelatedPerson" : "Practitioner");
    }

    static Extension episode(Reading reading) {
        return FhirSystems.episode(reading.episodeId());
    }

    static DateTimeType observed(Reading reading) {
        var time = new DateTimeType(Date.from(reading.observedAt()), TemporalPrecisionEnum.MILLI);
        time.setTimeZoneZulu(true);
        return time;
    }
}
