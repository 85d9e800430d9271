package io.github.throughline.checkin.page;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.checkin.CheckinNotFound;
import io.github.throughline.checkin.checkin.CheckinState;
import io.github.throughline.checkin.checkin.Checkins;
import io.github.throughline.checkin.page.PageLinks.Opened;
import io.github.throughline.checkin.reading.Reading;
import io.github.throughline.checkin.schedule.ScheduleSettings;
import io.github.throughline.checkin.submission.Submission;
import io.github.throughline.checkin.submission.SubmittingCheckin;
import io.github.throughline.platform.time.CareClock;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A check-in is answered on the page: saved on the way, submitted once. */
@Component
class Answering {

    private final Checkins checkins;
    private final Drafts drafts;
    private final SubmittingCheckin submitting;
    private final ScheduleSettings settings;
    private final CareClock clock;

    Answering(
            Checkins checkins,
            Drafts drafts,
            SubmittingCheckin submitting,
            ScheduleSettings settings,
            CareClock clock) {
        this.checkins = checkins;
        this.drafts = drafts;
        this.submitting = submitting;
        this.settings = settings;
        this.clock = clock;
    }

    /** The check-in that can be answered now: one that is open, else the latest that was missed. */
    Optional<Checkin> current(UUID episodeId) {
        return checkins.ofEpisode(episodeId).stream()
                .filter(checkin -> checkin.state().isOpen() || isLate(checkin))
                .max(Comparator.comparing((Checkin checkin) -> checkin.state().isOpen())
                        .thenComparing(checkin -> checkin.window().opensAt()));
    }

    private boolean isLate(Checkin checkin) {
        return checkin.state() == CheckinState.MISSED
                && checkin.window().endsAt().isAfter(settings.settledBefore(clock.now()));
    }

    /** Whether the latest check-in that was asked for is answered. */
    boolean isAnswered(UUID episodeId) {
        return checkins.ofEpisode(episodeId).stream()
                .filter(checkin -> checkin.state() != CheckinState.PASSED)
                .max(Comparator.comparing(checkin -> checkin.window().opensAt()))
                .filter(checkin -> checkin.state().isSubmitted())
                .isPresent();
    }

    @Transactional
    public void save(Opened opened, CheckinId checkin, String content) {
        if (current(opened.episodeId())
                .filter(open -> open.id().equals(checkin))
                .isEmpty()) {
            throw new CheckinNotFound(checkin.value());
        }
        drafts.save(opened.episodeId(), checkin, opened.holder().reference(), content);
    }

    /**
     * @param key made by the page, once for a submission
     * @return whether there is an answer that somebody should look after at once
     */
    @Transactional
    public boolean submit(Opened opened, CheckinId checkin, UUID key, Submission submission) {
        var submitted = submitting.submit(opened.episodeId(), checkin, submission);
        boolean safety = submitted.readings().stream()
                .map(Reading::result)
                .anyMatch(result -> !result.safetyAnswers().isEmpty());
        drafts.submitted(opened.episodeId(), checkin, key, safety);
        return safety;
    }
}
