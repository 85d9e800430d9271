package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.plan.PlanVersions;
import io.github.throughline.checkin.reading.GivenReading;
import io.github.throughline.checkin.reading.Origin;
import io.github.throughline.checkin.reading.RecordingReadings;
import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.checkin.reading.Refusal.Code;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.PartnerPatientHmac;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the episode of a partner's record; the partner's patient id is recognised by its HMAC alone. */
@Component
public class Addressees {

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

    /**
     * The episode that a record of a partner is for.
     *
     * @param patient the partner's own id of the patient
     * @param named the episode that the partner names; null: the one open episode of the patient whose plan has the measure
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Addressee find(String partner, String patient, @Nullable UUID named, GivenReading given) {
        var known = new Episode.PartnerPatient(partner, hmac.of(partner, patient));
        return ofRecorded(known, named, given.origin()).orElseGet(() -> ofNew(known, named, given.measure()));
    }

    /** A record that has been recorded keeps its episode, whatever has become of that since. */
    private Optional<Addressee> ofRecorded(Episode.PartnerPatient patient, @Nullable UUID named, Origin origin) {
        return recording
                .episodeOf(origin)
                .filter(known -> named == null || named.equals(known))
                .flatMap(episodes::find)
                .filter(known -> isOfPatient(known, patient))
                .map(known -> new Addressee.Found(known.id()));
    }

    /** The partner may have come to know the patient by another id, told with a later episode. */
    private boolean isOfPatient(Episode known, Episode.PartnerPatient patient) {
        return known.partnerPatients().contains(patient)
                || episodes.openOf(patient.partner(), patient.hmac()).stream()
                        .anyMatch(open -> open.patientId().equals(known.patientId()));
    }

    private Addressee ofNew(Episode.PartnerPatient patient, @Nullable UUID named, String measure) {
        return named == null
                ? theOneWithMeasure(episodes.openOf(patient.partner(), patient.hmac()), measure)
                : named(named, patient);
    }

    /** Of several episodes the one whose plan has the measure. */
    public Addressee theOneWithMeasure(List<Episode> open, String measure) {
        List<Episode> having = open.stream()
                .filter(episode -> plans.ofEpisode(episode.id()).hasMeasure(measure))
                .toList();
        return switch (having.size()) {
            case 0 -> new Addressee.NotKnown(Refusal.of(Code.UNKNOWN_PATIENT, "patient"));
            case 1 -> new Addressee.Found(having.getFirst().id());
            default -> new Addressee.Refused(Refusal.of(Code.AMBIGUOUS_EPISODE, "episodeId"));
        };
    }

    private Addressee named(UUID episodeId, Episode.PartnerPatient patient) {
        return episodes.find(episodeId)
                .filter(episode -> episode.partnerPatients().contains(patient))
                .map(episode -> episode.isOpen()
                        ? new Addressee.Found(episodeId)
                        : new Addressee.Refused(Refusal.of(Code.EPISODE_CLOSED, "episodeId")))
                .orElseGet(() -> new Addressee.NotKnown(Refusal.of(Code.UNKNOWN_EPISODE, "episodeId")));
    }
}
