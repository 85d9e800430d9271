package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.outage.Outage;
import io.github.throughline.checkin.outage.OutageFollower;
import io.github.throughline.checkin.plan.PlanFollower;
import io.github.throughline.checkin.plan.PlanVersion;
import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the schedules going: with time, with plans, with episodes. Every change holds the lock of its episode. */
@Component
public class Scheduling implements PlanFollower, OutageFollower {

    private final Episodes episodes;
    private final Schedules schedules;
    private final ScheduleLoading loading;
    private final Moments moments;
    private final TellingFacts telling;
    private final CareClock clock;

    Scheduling(
            Episodes episodes,
            Schedules schedules,
            ScheduleLoading loading,
            Moments moments,
            TellingFacts telling,
            CareClock clock) {
        this.episodes = episodes;
        this.schedules = schedules;
        this.loading = loading;
        this.moments = moments;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * The schedule of an episode, locked and with everything told that has fallen due until now; to be {@link #keep}t.
     *
     * @param named a check-in that is wanted in whatever state; null: none
     * @return empty: nothing is known of the episode
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Schedule> upToDate(UUID episodeId, @Nullable CheckinId named) {
        Instant now = clock.now();
        return loading.lock(episodeId, named, now).map(schedule -> {
            schedule.advance(moments.of(episodeId, now));
            return schedule;
        });
    }

    /** Saves what changed; its facts leave with the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Schedule schedule) {
        loading.save(schedule);
        telling.tell(schedule);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(PlanVersion version, byte[] signed) {
        UUID episodeId = version.content().episodeId();
        if (episodes.isErased(episodeId)) {
            return;
        }
        Instant now = clock.now();
        schedules.create(episodeId, version.content().patientId());
        loading.lock(episodeId, null, now)
                .filter(schedule -> isNews(schedule, version))
                .ifPresent(schedule -> {
                    schedule.learn(version, moments.of(episodeId, now));
                    loading.save(version, signed);
                    keep(schedule);
                });
    }

    private static boolean isNews(Schedule schedule, PlanVersion version) {
        return schedule.plans()
                .version(version.planId(), version.number())
                .map(known -> known.change() < version.change())
                .orElse(true);
    }

    /** The platform has saved the episode already, in the same transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EpisodeChange change) {
        switch (change) {
            case EpisodeChange.Erased erased -> schedules.erase(erased.episodeId());
            case EpisodeChange.Updated updated -> {
                UUID episodeId = updated.episode().id();
                Instant now = clock.now();
                schedules.create(episodeId, updated.episode().patientId());
                loading.lock(episodeId, null, now).ifPresent(schedule -> {
                    schedule.episodeChanged(updated.episode().changedAt(), moments.of(episodeId, now));
                    keep(schedule);
                });
            }
        }
    }

    /**
     * The episode's pauses are about to change.
     *
     * @param change changes their rows
     * @return empty: nothing is known of the episode
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> Optional<T> pausing(UUID episodeId, Supplier<T> change) {
        return upToDate(episodeId, null).flatMap(before -> {
            keep(before);
            T changed = change.get();
            Instant now = clock.now();
            loading.lock(episodeId, null, now).ifPresent(schedule -> {
                schedule.pausesChanged(moments.of(episodeId, now));
                keep(schedule);
            });
            return Optional.of(changed);
        });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void onOutage(Outage outage) {
        Instant now = clock.now();
        schedules.reconsider(outage, now);
    }
}
