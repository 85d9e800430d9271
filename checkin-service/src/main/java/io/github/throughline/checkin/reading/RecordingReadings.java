package io.github.throughline.checkin.reading;

import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.reading.Refusal.Code;
import io.github.throughline.checkin.schedule.Schedule;
import io.github.throughline.checkin.schedule.Scheduling;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.time.CareClock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes readings in: judged, kept, told, and as the answer to the check-in in whose window they were observed. */
@Component
public class RecordingReadings {

    private final ReadingJudge judge;
    private final Readings readings;
    private final Episodes episodes;
    private final Scheduling scheduling;
    private final TellingReadings telling;
    private final CareClock clock;

    RecordingReadings(
            ReadingJudge judge,
            Readings readings,
            Episodes episodes,
            Scheduling scheduling,
            TellingReadings telling,
            CareClock clock) {
        this.judge = judge;
        this.readings = readings;
        this.episodes = episodes;
        this.scheduling = scheduling;
        this.telling = telling;
        this.clock = clock;
    }

    /** The episode of a partner's record that has been recorded already; its correction can not change it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> episodeOf(Origin partner) {
        return partner.readingIdOfPartner().flatMap(readings::find).map(Reading::episodeId);
    }

    /** Whether a record of this origin has been recorded in the episode. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean knows(UUID episodeId, Origin origin) {
        return readings.find(origin.readingId(episodeId)).isPresent();
    }

    /** One unscheduled reading of an episode. What was recorded before its end is still known, and can be corrected. */
    @Transactional
    public Judgement record(UUID episodeId, GivenReading given) {
        Optional<Schedule> schedule = scheduling.upToDate(episodeId, (CheckinId) null);
        if (schedule.isEmpty()) {
            return new Judgement.Refused(Refusal.of(Code.UNKNOWN_EPISODE, "episodeId"));
        }
        Judgement judgement = record(schedule.get(), given, isOpen(episodeId));
        if (judgement instanceof Judgement.Accepted accepted) {
            Reading reading = accepted.reading();
            schedule.get().answeredBy(reading.result().measure(), reading.observedAt());
        }
        scheduling.keep(schedule.get());
        return judgement;
    }

    /** One reading of an episode whose schedule the caller holds and keeps. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Judgement record(Schedule schedule, GivenReading given) {
        return record(schedule, given, true);
    }

    /**
     * Corrects the reading of a measure that was submitted with a check-in; when and by whom it was answered stays.
     *
     * @return empty: it was not answered with the check-in
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Judgement> correct(
            Schedule schedule,
            CheckinId checkin,
            String measure,
            Map<String, @Nullable Integer> items,
            @Nullable Double total) {
        return readings.find(Origin.submitted(checkin, measure))
                .map(known -> new GivenReading(known.origin(), measure, known.observedAt(), items, total, true))
                .map(given -> record(schedule, given, true));
    }

    private Judgement record(Schedule schedule, GivenReading given, boolean mayBeNew) {
        UUID episodeId = schedule.episodeId();
        Optional<Reading> known = readings.find(given.origin().readingId(episodeId));
        Judgement judgement = known.isPresent() || mayBeNew
                ? judge.judge(
                        given,
                        episodeId,
                        known,
                        schedule.plans().measureAt(given.measure(), given.observedAt()),
                        clock.now())
                : new Judgement.Refused(Refusal.of(Code.EPISODE_CLOSED));
        if (judgement instanceof Judgement.Accepted accepted) {
            readings.save(accepted.reading());
            telling.tell(accepted.reading(), schedule.patientId());
        }
        telling.count(given.origin().source(), judgement);
        return judgement;
    }

    private boolean isOpen(UUID episodeId) {
        return episodes.find(episodeId).filter(Episode::isOpen).isPresent();
    }
}
