package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.Judgement;
import io.github.throughline.checkin.reading.RecordingReadings;
import io.github.throughline.checkin.reading.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A partner's record becomes a reading, or is refused to the partner: one effect however often it is delivered. */
@Component
class TakingInPartnerRecords {

    private final Addressees addressees;
    private final Deliveries deliveries;
    private final RecordingReadings recording;
    private final Refusing refusing;

    TakingInPartnerRecords(
            Addressees addressees, Deliveries deliveries, RecordingReadings recording, Refusing refusing) {
        this.addressees = addressees;
        this.deliveries = deliveries;
        this.recording = recording;
        this.refusing = refusing;
    }

    /** What became of a record. */
    enum Taken {
        RECORDED,
        REPEATED,
        REFUSED
    }

    /**
     * Takes a record in.
     *
     * @param mayWait whether the record's episode may only not be known yet
     * @return empty: nothing is done, since the episode is not known; to be tried again
     */
    @Transactional
    public Optional<Taken> take(PartnerRecord record, boolean mayWait) {
        Addressee addressee = addressees.find(record.partner(), record.patient(), record.episodeId(), record.given());
        if (mayWait && addressee instanceof Addressee.NotKnown) {
            return Optional.empty();
        }
        return Optional.of(deliveries.first(record.place()) ? takeFirst(record, addressee) : Taken.REPEATED);
    }

    /** What was refused or corrected since stays so, however often the record is delivered. */
    private Taken takeFirst(PartnerRecord record, Addressee addressee) {
        return switch (addressee) {
            case Addressee.Found found -> record(record, found);
            case Addressee.Refused refused -> refuse(record, refused.refusal());
            case Addressee.NotKnown unknown -> refuse(record, unknown.refusal());
        };
    }

    private Taken record(PartnerRecord record, Addressee.Found found) {
        return switch (recording.record(found.episodeId(), record.given())) {
            case Judgement.Accepted ignored -> Taken.RECORDED;
            case Judgement.Repeated ignored -> Taken.REPEATED;
            case Judgement.Refused refused -> refuse(record, refused.refusal());
        };
    }

    private Taken refuse(PartnerRecord record, Refusal refusal) {
        refusing.refuse(record.place(), record.recordId(), refusal);
        return Taken.REFUSED;
    }
}
