package io.github.throughline.plan.progress;

import io.github.throughline.plan.careplan.FollowingUp;
import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what readings and check-ins tell; each event is the whole state, so that a repeated one changes nothing. */
@Component
class ProgressListener {

    private final JdbcProgress progress;
    private final Episodes episodes;
    private final FollowingUp followingUp;

    ProgressListener(JdbcProgress progress, Episodes episodes, FollowingUp followingUp) {
        this.progress = progress;
        this.episodes = episodes;
        this.followingUp = followingUp;
    }

    @KafkaListener(id = "outcomes", idIsGroup = false, topics = "throughline.outcome.v1")
    @Transactional
    public void on(OutcomeRecorded event) {
        if (!episodes.isErased(event.getEpisodeId())) {
            progress.saveReading(
                    event.getReadingId(),
                    event.getEpisodeId(),
                    event.getVersion(),
                    event.getMeasure(),
                    event.getOccurredAt(),
                    event.getValue());
        }
    }

    @KafkaListener(id = "checkins", idIsGroup = false, topics = "throughline.checkin.v1")
    @Transactional
    public void on(CheckinChanged event) {
        switch (event.getFact()) {
            case SUBMITTED, SUBMITTED_LATE, CORRECTED -> reported(event);
            case OPENED, REPORT_DUE, MISSED, TICK, UNKNOWN -> {}
        }
    }

    private void reported(CheckinChanged event) {
        if (episodes.isErased(event.getEpisodeId())) {
            return;
        }
        List<Adherence.Told> told = event.getAdherence().stream()
                .map(one -> new Adherence.Told(event.getWeek(), one.getActivity(), one.getDone(), one.getPlanned()))
                .toList();
        boolean isNews = progress.saveCheckin(
                event.getCheckinId(), event.getEpisodeId(), event.getPlanId(), event.getVersion(), told);
        if (isNews) {
            Adherence adherence = progress.adherence(event.getPlanId());
            followingUp.reported(
                    event.getEpisodeId(),
                    event.getPlanId(),
                    adherence.notDone(),
                    adherence.isDone(),
                    event.getOccurredAt());
        }
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        progress.erase(erased.episodeId());
    }
}
