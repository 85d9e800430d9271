package io.github.throughline.notification.plan;

import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the signed versions; an older event changes nothing. */
@Component
class PlanListener {

    private final JdbcPlanVersions plans;
    private final Episodes episodes;

    PlanListener(JdbcPlanVersions plans, Episodes episodes) {
        this.plans = plans;
        this.episodes = episodes;
    }

    @KafkaListener(id = "plans", idIsGroup = false, topics = "throughline.plan.v1")
    @Transactional
    public void on(PlanVersionChanged event) {
        if (episodes.isErased(event.getEpisodeId())) {
            return;
        }
        plans.save(new JdbcPlanVersions.Row(
                event.getPlanId(),
                event.getPlanVersion(),
                event.getEpisodeId(),
                event.getVersion(),
                event.getState().name().toLowerCase(Locale.ROOT),
                bytes(event.getContent()),
                event.getContentDigest(),
                event.getSignature()));
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        plans.erase(erased.episodeId());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
