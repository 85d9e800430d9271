package io.github.throughline.platform.episode;

import io.github.throughline.schemas.episode.CareTeamMember;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.MemberKind;
import io.github.throughline.schemas.episode.Role;
import java.time.ZoneId;
import java.util.Locale;

/** EpisodeChanged to the read model. What this version does not know takes the cautious meaning: closed, not permitted. */
final class AvroEpisodes {

    private AvroEpisodes() {}

    static Episode read(EpisodeChanged event) {
        return new Episode(
                event.getEpisodeId(),
                event.getPatientId(),
                event.getStatus() == EpisodeStatus.OPEN ? Episode.Status.OPEN : Episode.Status.CLOSED,
                event.getProgram(),
                ZoneId.of(event.getTimeZone()),
                event.getCoordinator(),
                event.getCareTeam().stream()
                        .filter(AvroEpisodes::isKnown)
                        .map(AvroEpisodes::member)
                        .toList(),
                event.getConsents().stream()
                        .map(c -> new Episode.Consent(c.getMember(), word(c.getCategory()), c.getFrom(), c.getUntil()))
                        .toList(),
                event.getPartnerPatients().stream()
                        .map(p -> new Episode.PartnerPatient(p.getPartner(), p.getPatientHmac()))
                        .toList(),
                event.getVersion(),
                event.getOccurredAt());
    }

    /** Who somebody is that this version has no word for can not be told, so nothing is shown to them. */
    private static boolean isKnown(CareTeamMember member) {
        return member.getRole() != Role.UNKNOWN && member.getKind() != MemberKind.UNKNOWN;
    }

    private static Episode.Member member(CareTeamMember member) {
        return new Episode.Member(
                member.getMember(),
                word(member.getRole()),
                member.getKind() == MemberKind.ORGANISATION,
                member.getPartner());
    }

    private static String word(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
