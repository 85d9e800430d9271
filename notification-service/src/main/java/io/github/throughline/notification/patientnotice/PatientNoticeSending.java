package io.github.throughline.notification.patientnotice;

import io.github.throughline.notification.delivery.DeliveryResult;
import io.github.throughline.notification.mail.NoticeMail;
import io.github.throughline.notification.mail.SmtpSending;
import io.github.throughline.notification.patientnotice.PatientNotice.Kind;
import io.github.throughline.notification.patientnotice.PatientNotice.State;
import io.github.throughline.notification.recipient.Permission;
import io.github.throughline.notification.recipient.Recipients;
import io.github.throughline.platform.checkinlink.CheckinLinks;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries to tell one patient or caregiver once. Address and consent are asked for at each try. */
@Component
class PatientNoticeSending {

    /** Other than that of notices on escalations. */
    static final String HEADER = "X-Throughline-Patient-Notice";

    private final PatientNotices notices;
    private final Recipients recipients;
    private final Episodes episodes;
    private final CheckinLinks links;
    private final SmtpSending smtp;
    private final Writing writing;

    /** What every mail needs. */
    record Writing(String from, PatientWording wording) {}

    PatientNoticeSending(
            PatientNotices notices,
            Recipients recipients,
            Episodes episodes,
            CheckinLinks links,
            SmtpSending smtp,
            Writing writing) {
        this.notices = notices;
        this.recipients = recipients;
        this.episodes = episodes;
        this.links = links;
        this.smtp = smtp;
        this.writing = writing;
    }

    /** How it has ended; empty: it is to be tried again. */
    Optional<State> attempt(PatientNotice notice) {
        Optional<Episode> episode = episodes.find(notice.episodeId());
        if (episode.isEmpty()) {
            return Optional.empty();
        }
        if (!episode.get().isOpen()) {
            return Optional.of(State.SUPPRESSED);
        }
        return switch (recipients.ofPatientNotice(notice.episodeId(), notice.holder())) {
            case Permission.Granted granted ->
                send(notice, episode.get(), granted.recipient().address());
            case Permission.Denied denied -> Optional.of(State.SUPPRESSED);
            case Permission.Refused refused -> Optional.empty();
            case Permission.Unknown unknown -> Optional.empty();
        };
    }

    private Optional<State> send(PatientNotice notice, Episode episode, @Nullable String address) {
        boolean isCodeOfNothing = notice.kind() == Kind.CODE && notice.challengeId() == null;
        if (address == null || isCodeOfNothing) {
            return Optional.of(State.UNDELIVERABLE);
        }
        String text = text(notice, episode);
        DeliveryResult result = smtp.send(() -> new NoticeMail(notice.id(), HEADER, writing.from())
                .to(address, writing.wording().subject(notice.kind()), text));
        return switch (result) {
            case DeliveryResult.Delivered delivered -> Optional.of(State.DELIVERED);
            case DeliveryResult.Rejected rejected -> Optional.of(State.UNDELIVERABLE);
            case DeliveryResult.Retry retry -> Optional.empty();
        };
    }

    /** Written once: a link that is made again would be another one. */
    private String text(PatientNotice notice, Episode episode) {
        if (notice.text() != null) {
            return notice.text();
        }
        String text = notice.challengeId() != null
                ? writing.wording().code(links.code(notice.challengeId()))
                : writing.wording()
                        .invitation(
                                notice.kind(),
                                notice.expiresAt(),
                                episode.timeZone(),
                                links.to(notice.episodeId(), notice.holder()).url());
        notices.keepText(notice.id(), text);
        return text;
    }
}
