package io.github.throughline.notification.trend;

import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.verdict.VerdictChanged;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is shown beside an escalation; each event is the whole state, so that a repeated one changes nothing. */
@Component
class TrendListener {

    private final JdbcTrends trends;
    private final Episodes episodes;

    TrendListener(JdbcTrends trends, Episodes episodes) {
        this.trends = trends;
        this.episodes = episodes;
    }

    @KafkaListener(id = "outcomes", idIsGroup = false, topics = "throughline.outcome.v1")
    @Transactional
    public void on(OutcomeRecorded event) {
        if (episodes.isErased(event.getEpisodeId())) {
            return;
        }
        trends.saveReading(
                new JdbcTrends.Told(event.getReadingId(), event.getEpisodeId(), event.getVersion()),
                event.getMeasure(),
                new Reading(event.getReadingId(), event.getOccurredAt(), event.getValue(), word(event.getSource())));
    }

    @KafkaListener(id = "verdicts", idIsGroup = false, topics = "throughline.verdict.v1")
    @Transactional
    public void on(VerdictChanged event) {
        if (episodes.isErased(event.getEpisodeId())) {
            return;
        }
        trends.saveVerdict(
                event.getEpisodeId(),
                event.getMeasure(),
                event.getVersion(),
                word(event.getVerdict()).replace('_', ' '),
                event.getSince());
    }

    /** Only the week: it says in words which check-ins were missed. */
    @KafkaListener(id = "checkins", idIsGroup = false, topics = "throughline.checkin.v1")
    @Transactional
    public void on(CheckinChanged event) {
        if (event.getFact() != CheckinFact.TICK && !episodes.isErased(event.getEpisodeId())) {
            trends.saveCheckin(event.getCheckinId(), event.getEpisodeId(), event.getWeek());
        }
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        trends.erase(erased.episodeId());
    }

    private static String word(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
