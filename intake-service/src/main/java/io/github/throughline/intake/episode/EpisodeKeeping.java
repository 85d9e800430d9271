package io.github.throughline.intake.episode;

import io.github.throughline.intake.patient.PartnerPatient;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.patient.Patients;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Saves an episode, its webhook secrets and its event together; always inside a use case's transaction. */
@Component
public class EpisodeKeeping {

    private final Episodes episodes;
    private final Patients patients;
    private final AvroEpisodes events;

    EpisodeKeeping(Episodes episodes, Patients patients, AvroEpisodes events) {
        this.episodes = episodes;
        this.patients = patients;
        this.events = events;
    }

    void refuseSecondOpen(PatientId patient, String program) {
        boolean isOpen = episodes.lockOf(patient).stream()
                .anyMatch(e -> e.isOpen() && e.program().equals(program));
        if (isOpen) {
            throw new EpisodeRefused.AlreadyOpen();
        }
    }

    /** @param now care time: the other episodes change now, whenever this one was opened */
    KeptEpisode add(Episode episode, String registeredBy, List<PartnerPatient> partnerPatients, Instant now) {
        boolean areNew = patients.addPartnerPatients(episode.patientId(), partnerPatients);
        if (areNew) {
            republish(episode.patientId(), now);
        }
        episodes.add(episode, registeredBy);
        return publish(episode, Map.of());
    }

    /** The ids at partners are the patient's and have changed: every open episode is recognised by them. */
    public void republish(PatientId patient, Instant at) {
        for (Episode episode : episodes.lockOf(patient)) {
            if (episode.isOpen()) {
                replace(episode, episode.touched(at));
            }
        }
    }

    /** @param known the episode as it is locked */
    KeptEpisode replace(Episode known, Episode changed) {
        Map<String, String> secrets = keptSecrets(known, changed, episodes.secrets(known.id()));
        episodes.replace(changed);
        return publish(changed, secrets);
    }

    /** A webhook keeps its secret while its address stays; another receiver must not know the old one's. */
    private static Map<String, String> keptSecrets(Episode known, Episode changed, Map<String, String> secrets) {
        var kept = new HashMap<>(secrets);
        kept.keySet().removeIf(reference -> {
            var before = known.member(reference).map(Member::address);
            return !before.equals(changed.member(reference).map(Member::address));
        });
        return kept;
    }

    private KeptEpisode publish(Episode episode, Map<String, String> knownSecrets) {
        var made = new HashMap<String, String>();
        for (Member member : episode.careTeam()) {
            if (member.channel() == Member.Channel.WEBHOOK && !knownSecrets.containsKey(member.reference())) {
                made.put(member.reference(), WebhookSecret.generate());
            }
        }
        episodes.saveSecrets(episode.id(), knownSecrets);
        episodes.saveSecrets(episode.id(), made);
        events.publish(episode, patients.partnerPatients(episode.patientId()));
        return new KeptEpisode(episode, Map.copyOf(made));
    }
}
