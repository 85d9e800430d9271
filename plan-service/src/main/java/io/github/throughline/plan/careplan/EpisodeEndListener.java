package io.github.throughline.plan.careplan;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.EpisodeChange;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends plans with their episodes, in the transaction in which the read model learns of it. */
@Component
class EpisodeEndListener {

    private final PlanCourse course;

    EpisodeEndListener(PlanCourse course) {
        this.course = course;
    }

    @EventListener
    void on(EpisodeChange.Updated change) {
        Episode episode = change.episode();
        if (!episode.isOpen()) {
            course.endWithEpisode(new EpisodeId(episode.id()), episode.changedAt());
        }
    }

    @EventListener
    void on(EpisodeChange.Erased change) {
        course.erase(new EpisodeId(change.episodeId()));
    }
}
