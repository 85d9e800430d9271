package io.github.throughline.checkin.page;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.plan.PlanVersions;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.TextPack;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.EpisodeNotFound;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what the page asks, from the check-in, its plan and the words. */
@Component
class Forms {

    private final Episodes episodes;
    private final PlanVersions plans;
    private final MeasureCatalogue catalogue;

    Forms(Episodes episodes, PlanVersions plans, MeasureCatalogue catalogue) {
        this.episodes = episodes;
        this.plans = plans;
        this.catalogue = catalogue;
    }

    PageForm form(UUID episodeId, Checkin checkin, TextPack pack) {
        Episode episode = episodes.find(episodeId).orElseThrow(() -> new EpisodeNotFound(episodeId));
        var plan = plans.ofEpisode(episodeId)
                .version(checkin.week().planId(), checkin.week().planVersion());
        return PageForm.of(checkin, plan, pack, catalogue, episode.timeZone());
    }
}
