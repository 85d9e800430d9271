package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.checkin.access.Answerable;
import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.checkin.partner.Addressee;
import io.github.throughline.checkin.partner.Addressees;
import io.github.throughline.checkin.reading.GivenReading;
import io.github.throughline.checkin.reading.Judgement;
import io.github.throughline.checkin.reading.Origin;
import io.github.throughline.checkin.reading.ReadingRefused;
import io.github.throughline.checkin.reading.RecordingReadings;
import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import io.github.throughline.platform.web.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent becomes a reading of the episode that it is for, or is refused, the same as from any other source. */
@Component
class TakingInReadings {

    private final EpisodeAccess access;
    private final Addressees addressees;
    private final RecordingReadings recording;

    TakingInReadings(EpisodeAccess access, Addressees addressees, RecordingReadings recording) {
        this.access = access;
        this.addressees = addressees;
        this.recording = recording;
    }

    /** A refusal is an answer: others of the same transaction may go on. */
    @Transactional
    public Taken take(Caller caller, SentReading sent) {
        try {
            return caller.is(Role.PARTNER) ? takeFromPartner(caller.subject(), sent) : takeFromPerson(caller, sent);
        } catch (Problem refused) {
            return new Taken.Refused(refused);
        }
    }

    private Taken takeFromPartner(String partner, SentReading sent) {
        String patient = sent.patient().partnerPatient();
        if (patient == null) {
            throw ElementRefused.missing(
                    sent.type().expression("patient") + ".identifier", "name the patient by your own identifier");
        }
        GivenReading given = sent.from(Origin.partner(partner, sent.recordId()));
        return record(found(addressees.find(partner, patient, sent.episodeId(), given), sent), given, sent);
    }

    private Taken takeFromPerson(Caller caller, SentReading sent) {
        UUID patientId = sent.patient().id();
        if (patientId == null) {
            throw ElementRefused.missing(
                    sent.type().expression("patient") + ".reference", "name the patient as Patient/<uuid>");
        }
        Answerable addressee = addressee(access.answerable(caller, patientId), sent);
        return record(addressee.episode().id(), given(addressee, sent), sent);
    }

    /** What has been recorded keeps its episode, whatever has become of that since. */
    private Answerable addressee(List<Answerable> answerable, SentReading sent) {
        UUID named = sent.episodeId();
        if (named != null) {
            return answerable.stream()
                    .filter(one -> one.episode().id().equals(named))
                    .findFirst()
                    .orElseThrow(() -> refused(Refusal.of(Refusal.Code.UNKNOWN_EPISODE, "episodeId"), sent));
        }
        return answerable.stream()
                .filter(one ->
                        recording.knows(one.episode().id(), given(one, sent).origin()))
                .findFirst()
                .orElseGet(() -> theOneWithMeasure(answerable, sent));
    }

    private Answerable theOneWithMeasure(List<Answerable> answerable, SentReading sent) {
        List<Episode> open = answerable.stream()
                .map(Answerable::episode)
                .filter(Episode::isOpen)
                .toList();
        UUID found = found(addressees.theOneWithMeasure(open, sent.content().measure()), sent);
        return answerable.stream()
                .filter(one -> one.episode().id().equals(found))
                .findFirst()
                .orElseThrow();
    }

    private static GivenReading given(Answerable addressee, SentReading sent) {
        return sent.from(Origin.unscheduled(addressee.giver(), sent.recordId()));
    }

    private static UUID found(Addressee addressee, SentReading sent) {
        return switch (addressee) {
            case Addressee.Found found -> found.episodeId();
            case Addressee.NotKnown unknown -> throw refused(unknown.refusal(), sent);
            case Addressee.Refused refused -> throw refused(refused.refusal(), sent);
        };
    }

    private Taken record(UUID episodeId, GivenReading given, SentReading sent) {
        return switch (recording.record(episodeId, given)) {
            case Judgement.Accepted accepted -> new Taken.Recorded(sent.type(), accepted.reading(), true);
            case Judgement.Repeated repeated -> new Taken.Recorded(sent.type(), repeated.reading(), false);
            case Judgement.Refused refused -> throw refused(refused.refusal(), sent);
        };
    }

    private static ReadingRefused refused(Refusal refusal, SentReading sent) {
        return new ReadingRefused(refusal, sent.type().expression(refusal.field()));
    }
}
