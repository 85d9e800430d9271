package io.github.throughline.platform.episode;

import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the read model; an older or repeated event changes nothing. */
class EpisodeListener {

    private final JdbcEpisodes episodes;
    private final ApplicationEventPublisher changes;

    EpisodeListener(JdbcEpisodes episodes, ApplicationEventPublisher changes) {
        this.episodes = episodes;
        this.changes = changes;
    }

    @KafkaListener(id = "episodes", idIsGroup = false, topics = "throughline.episode.v1")
    @Transactional
    public void on(EpisodeChanged event) {
        if (event.getStatus() == EpisodeStatus.ERASED) {
            episodes.erase(event.getEpisodeId());
            changes.publishEvent(new EpisodeChange.Erased(event.getPatientId(), event.getEpisodeId()));
            return;
        }
        Episode episode = AvroEpisodes.read(event);
        if (episodes.save(episode)) {
            changes.publishEvent(new EpisodeChange.Updated(episode));
        }
    }
}
