package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.plan.PlanVersions;
import io.github.throughline.checkin.reading.RecordingReadings;
import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.checkin.reading.Refusal.Code;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.PartnerPatientHmac;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the episode of a partner's record; the partner's patient id is recognised by its HMAC alone. */
@Component
class Addressees {

    private final Episodes episodes;
    private final PlanVersions plans;
    private final PartnerPatientHmac hmac;
    private final RecordingReadings recording;

    Addressees(Episodes episodes, PlanVersions plans, PartnerPatientHmac hmac, RecordingReadings recording) {
        this.episodes = episodes;
        this.plans = plans;
        this.hmac = hmac;
        this.recording = recording;
    }

    Addressee find(PartnerRecord record) {
        String patientHmac = hmac.of(record.partner(), record.patient());
        return ofRecorded(record, patientHmac).orElseGet(() -> ofNew(record, patientHmac));
    }

    /** A record that has been recorded keeps its episode, whatever has become of that since. */
    private Optional<Addressee> ofRecorded(PartnerRecord record, String patientHmac) {
        UUID named = record.episodeId();
        return recording
                .episodeOf(record.given().origin())
                .filter(known -> named == null || named.equals(known))
                .flatMap(episodes::find)
                .filter(known -> isOfPatient(known, record.partner(), patientHmac))
                .map(known -> new Addressee.Found(known.id()));
    }

    /** The partner may have come to know the patient by another id, told with a later episode. */
    private boolean isOfPatient(Episode known, String partner, String patientHmac) {
        return known.partnerPatients().contains(new Episode.PartnerPatient(partner, patientHmac))
                || episodes.openOf(partner, patientHmac).stream()
                        .anyMatch(open -> open.patientId().equals(known.patientId()));
    }

    private Addressee ofNew(PartnerRecord record, String patientHmac) {
        UUID named = record.episodeId();
        return named == null
                ? theOneWithMeasure(
                        episodes.openOf(record.partner(), patientHmac),
                        record.given().measure())
                : named(named, record.partner(), patientHmac);
    }

    private Addressee theOneWithMeasure(List<Episode> open, String measure) {
        List<Episode> having = open.stream()
                .filter(episode -> plans.ofEpisode(episode.id()).hasMeasure(measure))
                .toList();
        return switch (having.size()) {
            case 0 -> new Addressee.NotKnown(Refusal.of(Code.UNKNOWN_PATIENT, "patient"));
            case 1 -> new Addressee.Found(having.getFirst().id());
            default -> new Addressee.Refused(Refusal.of(Code.AMBIGUOUS_EPISODE, "episodeId"));
        };
    }

    private Addressee named(UUID episodeId, String partner, String patientHmac) {
        var patient = new Episode.PartnerPatient(partner, patientHmac);
        return episodes.find(episodeId)
                .filter(episode -> episode.partnerPatients().contains(patient))
                .map(episode -> episode.isOpen()
                        ? new Addressee.Found(episodeId)
                        : new Addressee.Refused(Refusal.of(Code.EPISODE_CLOSED, "episodeId")))
                .orElseGet(() -> new Addressee.NotKnown(Refusal.of(Code.UNKNOWN_EPISODE, "episodeId")));
    }
}
