package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.GivenReading;
import io.github.throughline.checkin.reading.Origin;
import io.github.throughline.schemas.partner.PartnerOutcome;

/** PartnerOutcome to own type. */
final class AvroPartnerOutcomes {

    private AvroPartnerOutcomes() {}

    static PartnerRecord read(Place place, PartnerOutcome outcome) {
        var given = new GivenReading(
                Origin.partner(place.partner(), outcome.getRecordId()),
                outcome.getMeasure(),
                outcome.getObservedAt(),
                outcome.getItems(),
                outcome.getTotal(),
                outcome.getCorrection());
        return new PartnerRecord(place, outcome.getPatient(), outcome.getEpisodeId(), given);
    }
}
