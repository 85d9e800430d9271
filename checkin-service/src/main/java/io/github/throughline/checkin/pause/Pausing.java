package io.github.throughline.checkin.pause;

import io.github.throughline.checkin.schedule.Pause;
import io.github.throughline.checkin.schedule.Scheduling;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets and takes back pauses; the check-ins follow in the same transaction. */
@Component
class Pausing {

    /** Longer is no pause of check-ins but of the plan. */
    private static final int MOST_DAYS = 92;

    /** Check-ins of before are settled for good. */
    private static final int MOST_DAYS_BACK = 35;

    private final Pauses pauses;
    private final Scheduling scheduling;
    private final CareClock clock;

    Pausing(Pauses pauses, Scheduling scheduling, CareClock clock) {
        this.pauses = pauses;
        this.scheduling = scheduling;
        this.clock = clock;
    }

    @Transactional
    public KeptPause pause(UUID episodeId, Pause pause, KeptPause.Reason reason, String by) {
        check(pause);
        return scheduling
                .pausing(episodeId, () -> standing(episodeId, pause).orElseGet(() -> add(episodeId, pause, reason, by)))
                .orElseThrow(() -> new EpisodeNotFound(episodeId));
    }

    /** Two people who set the same pause have set one: who takes it back takes it back for both. */
    private Optional<KeptPause> standing(UUID episodeId, Pause pause) {
        return pauses.standing(episodeId).stream()
                .filter(kept -> kept.pause().equals(pause))
                .findFirst();
    }

    private KeptPause add(UUID episodeId, Pause pause, KeptPause.Reason reason, String by) {
        var kept = new KeptPause(UUID.randomUUID(), episodeId, pause, reason, by);
        pauses.add(kept);
        return kept;
    }

    @Transactional
    public void withdraw(UUID episodeId, UUID id, String by) {
        boolean stood = scheduling
                .pausing(episodeId, () -> pauses.withdraw(episodeId, id, by))
                .orElseThrow(() -> new EpisodeNotFound(episodeId));
        if (!stood) {
            throw new PauseNotFound(id);
        }
    }

    private void check(Pause pause) {
        LocalDate today = clock.now().atZone(ZoneOffset.UTC).toLocalDate();
        if (pause.lastDay().isBefore(pause.firstDay())) {
            throw new ImplausiblePause("the last day is the first one or a later one", "lastDay");
        }
        if (pause.firstDay().isBefore(today.minusDays(MOST_DAYS_BACK))) {
            throw new ImplausiblePause(
                    "a pause begins at most 35 days back; earlier check-ins are settled", "firstDay");
        }
        if (pause.firstDay().plusDays(MOST_DAYS).isBefore(pause.lastDay())) {
            throw new ImplausiblePause("a pause has at most 92 days; for a longer time pause the plan", "lastDay");
        }
    }
}
