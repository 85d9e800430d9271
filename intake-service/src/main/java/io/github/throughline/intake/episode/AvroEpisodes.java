package io.github.throughline.intake.episode;

import io.github.throughline.intake.patient.PartnerPatient;
import io.github.throughline.platform.outbox.Outbox;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.platform.security.PartnerPatientHmac;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.CareTeamMember;
import io.github.throughline.schemas.episode.ConsentCategory;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.MemberKind;
import io.github.throughline.schemas.episode.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Episodes to their topic: references and HMACs only, never a name, an address or a partner's own patient id. */
@Component
public class AvroEpisodes {

    private final Outbox outbox;
    private final PartnerPatientHmac hmac;

    AvroEpisodes(Outbox outbox, PartnerPatientHmac hmac) {
        this.outbox = outbox;
        this.hmac = hmac;
    }

    /** Leaves the episode as it now stands in the outbox. */
    public void publish(Episode episode, List<PartnerPatient> partnerPatients) {
        EpisodeChanged event = head(episode, episode.version(), episode.changedAt())
                .setStatus(EpisodeStatus.valueOf(episode.status().name()))
                .setCoordinator(episode.isOpen() ? episode.coordinator() : null)
                .setCareTeam(careTeam(episode))
                .setConsents(
                        episode.consents().stream().map(AvroEpisodes::consent).toList())
                .setPartnerPatients(
                        partnerPatients.stream().map(this::partnerPatient).toList())
                .build();
        append(event);
    }

    /** Leaves word in the outbox that everybody deletes what they have of the episode. */
    public void publishErased(Episode episode, Instant at) {
        append(head(episode, episode.version() + 1, at)
                .setStatus(EpisodeStatus.ERASED)
                .build());
    }

    private void append(EpisodeChanged event) {
        outbox.append(new OutboxEvent(
                Topics.EPISODE,
                event.getPatientId().toString(),
                event.getEpisodeId().toString(),
                event.getEventId(),
                event.getOccurredAt(),
                event));
    }

    private static EpisodeChanged.Builder head(Episode episode, int version, Instant at) {
        return EpisodeChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(version)
                .setOccurredAt(at)
                .setRecordedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setPatientId(episode.patientId().value())
                .setEpisodeId(episode.id().value())
                .setProgram(episode.program())
                .setTimeZone(episode.timeZone().getId());
    }

    /** The coordinator is of the care team for everybody who reads the topic. */
    private static List<CareTeamMember> careTeam(Episode episode) {
        var coordinator = new CareTeamMember(episode.coordinator(), Role.COORDINATOR, MemberKind.PERSON, null);
        Stream<CareTeamMember> others = episode.careTeam().stream()
                .map(member -> new CareTeamMember(
                        member.reference(),
                        Role.valueOf(member.role().name()),
                        MemberKind.valueOf(member.kind().name()),
                        member.partner()));
        return Stream.concat(Stream.of(coordinator), others).toList();
    }

    private static io.github.throughline.schemas.episode.Consent consent(Consent consent) {
        return new io.github.throughline.schemas.episode.Consent(
                consent.member(), ConsentCategory.valueOf(consent.category().name()), consent.from(), consent.until());
    }

    private io.github.throughline.schemas.episode.PartnerPatient partnerPatient(PartnerPatient patient) {
        return new io.github.throughline.schemas.episode.PartnerPatient(
                patient.partner(), hmac.of(patient.partner(), patient.patient()));
    }
}
