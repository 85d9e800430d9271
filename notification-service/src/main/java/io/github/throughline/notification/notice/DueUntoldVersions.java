package io.github.throughline.notification.notice;

import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.time.DueWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells of escalations whose episode or coordinator came later than they. */
@Component
class DueUntoldVersions implements DueWork {

    private final JdbcUntoldVersions untold;
    private final Episodes episodes;
    private final NoticePlanning planning;

    DueUntoldVersions(JdbcUntoldVersions untold, Episodes episodes, NoticePlanning planning, MeterRegistry metrics) {
        this.untold = untold;
        this.episodes = episodes;
        this.planning = planning;
        Gauge.builder("throughline.escalations.without.coordinator", untold, JdbcUntoldVersions::count)
                .description("Escalation versions that nobody could be told of yet")
                .register(metrics);
    }

    @Override
    public String name() {
        return "untold-escalations";
    }

    @Override
    public int take(Instant careNow, int limit) {
        var ready = untold.tellable(limit);
        ready.stream()
                .filter(escalation -> !episodes.isErased(escalation.episodeId()))
                .forEach(escalation -> planning.tell(escalation.escalationId()));
        return ready.size();
    }

    @Override
    public long due(Instant careNow) {
        return untold.countTellable();
    }
}
