package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.checkin.Checkins;
import io.github.throughline.checkin.plan.PlanVersion;
import io.github.throughline.checkin.plan.PlanVersions;
import io.github.throughline.platform.episode.Episodes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Puts a schedule together from its rows, and back. */
@Component
@EnableConfigurationProperties(ScheduleSettings.class)
class ScheduleLoading {

    private final Schedules schedules;
    private final PlanVersions plans;
    private final Checkins checkins;
    private final Episodes episodes;
    private final EpisodePauses pauses;
    private final ScheduleSettings settings;

    ScheduleLoading(
            Schedules schedules,
            PlanVersions plans,
            Checkins checkins,
            Episodes episodes,
            EpisodePauses pauses,
            ScheduleSettings settings) {
        this.schedules = schedules;
        this.plans = plans;
        this.checkins = checkins;
        this.episodes = episodes;
        this.pauses = pauses;
        this.settings = settings;
    }

    /** @param named a check-in that is wanted in whatever state; null: none */
    Optional<Schedule> lock(UUID episodeId, @Nullable CheckinId named, Instant now) {
        return schedules.lock(episodeId).map(held -> load(episodeId, held, named, now));
    }

    private Schedule load(UUID episodeId, Schedules.Held held, @Nullable CheckinId named, Instant now) {
        return new Schedule(
                episodeId,
                held.patientId(),
                episodes.find(episodeId)
                        .map(episode -> new EpisodeCalendar(
                                episode.timeZone(),
                                episode.isOpen(),
                                pauses.ofEpisode(episodeId),
                                settings.reminders()))
                        .orElse(null),
                plans.ofEpisode(episodeId),
                held.position(),
                checkins.unsettled(episodeId, settings.settledBefore(now), named));
    }

    void save(PlanVersion version, byte[] signed) {
        plans.save(version, signed);
    }

    void save(Schedule schedule) {
        checkins.save(schedule.episodeId(), schedule.agenda().changed());
        schedules.save(schedule.episodeId(), schedule.position(), schedule.dueAt(), schedule.missedAt());
    }
}
