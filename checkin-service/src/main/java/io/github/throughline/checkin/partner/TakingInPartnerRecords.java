package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.Judgement;
import io.github.throughline.checkin.reading.RecordingReadings;
import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.platform.inbox.Inbox;
import io.github.throughline.platform.outbox.Outbox;
import io.github.throughline.platform.time.CareClock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A partner's record becomes a reading, or is refused to the partner: one effect however often it is delivered. */
@Component
class TakingInPartnerRecords {

    private static final String CONSUMER = "partner-outcomes";

    private final Addressees addressees;
    private final RecordingReadings recording;
    private final Inbox inbox;
    private final Outbox outbox;
    private final CareClock clock;
    private final InstantSource machineTime;

    TakingInPartnerRecords(
            Addressees addressees,
            RecordingReadings recording,
            Inbox inbox,
            Outbox outbox,
            CareClock clock,
            InstantSource machineTime) {
        this.addressees = addressees;
        this.recording = recording;
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
        this.machineTime = machineTime;
    }

    /**
     * Takes a record in.
     *
     * @param mayWait whether the record's episode may only not be known yet
     * @return empty: nothing is done, since the episode is not known; to be tried again
     */
    @Transactional
    Optional<Taken> take(PartnerRecord record, boolean mayWait) {
        return switch (addressees.find(record)) {
            case Addressee.Found found -> Optional.of(record(record, found));
            case Addressee.Refused refused -> Optional.of(refuse(record, refused.refusal()));
            case Addressee.NotKnown unknown ->
                mayWait ? Optional.empty() : Optional.of(refuse(record, unknown.refusal()));
        };
    }

    /** Refuses what can not be taken in at all. @param recordId null: not even that could be read */
    @Transactional
    public void refuse(Place place, @Nullable String recordId, Refusal refusal) {
        if (inbox.first(CONSUMER, place.deliveryId())) {
            outbox.append(AvroRejections.event(
                    place, recordId, refusal, clock.now(), machineTime.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    private Taken record(PartnerRecord record, Addressee.Found found) {
        return switch (recording.record(found.episodeId(), record.given())) {
            case Judgement.Accepted accepted -> Taken.RECORDED;
            case Judgement.Repeated repeated -> Taken.REPEATED;
            case Judgement.Refused refused -> refuse(record, refused.refusal());
        };
    }

    private Taken refuse(PartnerRecord record, Refusal refusal) {
        refuse(record.place(), record.recordId(), refusal);
        return Taken.REFUSED;
    }

    /** What became of a record. */
    enum Taken {
        RECORDED,
        REPEATED,
        REFUSED
    }
}
