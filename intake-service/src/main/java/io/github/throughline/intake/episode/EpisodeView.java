package io.github.throughline.intake.episode;

import io.github.throughline.intake.patient.PatientId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An episode as it is shown: addresses stay here. */
record EpisodeView(
        EpisodeId episodeId,
        PatientId patientId,
        Episode.Status status,
        String program,
        String timeZone,
        String coordinator,
        List<MemberView> careTeam,
        List<Consent> consents,
        int version,
        Instant changedAt) {

    record MemberView(
            String reference,
            Member.Role role,
            Member.Kind kind,
            String name,
            Member.Channel channel,
            @Nullable String partner) {}

    static EpisodeView of(Episode episode) {
        return new EpisodeView(
                episode.id(),
                episode.patientId(),
                episode.status(),
                episode.program(),
                episode.timeZone().getId(),
                episode.coordinator(),
                episode.careTeam().stream().map(EpisodeView::member).toList(),
                episode.consents(),
                episode.version(),
                episode.changedAt());
    }

    private static MemberView member(Member member) {
        return new MemberView(
                member.reference(), member.role(), member.kind(), member.name(), member.channel(), member.partner());
    }
}
