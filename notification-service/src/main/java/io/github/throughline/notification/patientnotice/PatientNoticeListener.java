package io.github.throughline.notification.patientnotice;

import io.github.throughline.notification.patientnotice.PatientNotice.Kind;
import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.schemas.patientnotice.PatientNoticeDue;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what is due. A repeated event has the same notice and changes nothing. */
@Component
class PatientNoticeListener {

    private final PatientNotices notices;
    private final Episodes episodes;
    private final PatientNoticeSettings settings;
    private final MeterRegistry metrics;

    PatientNoticeListener(
            PatientNotices notices, Episodes episodes, PatientNoticeSettings settings, MeterRegistry metrics) {
        this.notices = notices;
        this.episodes = episodes;
        this.settings = settings;
        this.metrics = metrics;
    }

    @KafkaListener(id = "patient-notices", idIsGroup = false, topics = "throughline.patient-notice.v1")
    @Transactional
    public void on(PatientNoticeDue event) {
        Optional<Kind> kind = kind(event);
        if (kind.isEmpty()) {
            metrics.counter("throughline.patient.notices", "kind", "unknown", "state", "unknown")
                    .increment();
        } else if (!episodes.isErased(event.getEpisodeId()) && (settings.enabled() || kind.get() == Kind.CODE)) {
            String recipient = event.getRecipient();
            notices.add(new PatientNotice(
                    event.getNoticeId(),
                    event.getEpisodeId(),
                    recipient == null ? event.getPatientId().toString() : recipient,
                    kind.get(),
                    event.getChallengeId(),
                    event.getExpiresAt(),
                    0,
                    null));
        }
    }

    private static Optional<Kind> kind(PatientNoticeDue event) {
        return switch (event.getKind()) {
            case CHECKIN_OPENED -> Optional.of(Kind.OPENED);
            case CHECKIN_ENDING -> Optional.of(Kind.ENDING);
            case CHECKIN_OVERDUE -> Optional.of(Kind.OVERDUE);
            case TREND_CODE -> Optional.of(Kind.CODE);
            case UNKNOWN -> Optional.empty();
        };
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        notices.erase(erased.episodeId());
    }
}
