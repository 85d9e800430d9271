package io.github.throughline.checkin.checkin;

import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The check-ins of an episode, for the patient and the care team. */
@RestController
class CheckinController {

    /**
     * A check-in as callers read it.
     *
     * @param state open, report-due, missed, submitted, submitted-late or withdrawn
     * @param answered measures that have their answer already
     */
    record CheckinView(
            UUID checkinId,
            int week,
            Instant opensAt,
            Instant endsAt,
            Instant graceEndsAt,
            String state,
            List<String> measures,
            Collection<String> answered) {

        static CheckinView of(Checkin checkin) {
            return new CheckinView(
                    checkin.id().value(),
                    checkin.week().number(),
                    checkin.window().opensAt(),
                    checkin.window().endsAt(),
                    checkin.window().graceEndsAt(),
                    checkin.state().word(),
                    checkin.measures(),
                    new TreeSet<>(checkin.answered().keySet()));
        }
    }

    private final Checkins checkins;

    CheckinController(Checkins checkins) {
        this.checkins = checkins;
    }

    /** @param state open: those that wait for an answer, in grace or not; another state's word; absent: all */
    @GetMapping("/episodes/{episodeId}/checkins")
    @Allow(
            value = {
                Role.PATIENT,
                Role.CAREGIVER,
                Role.COORDINATOR,
                Role.PHYSICIAN,
                Role.THERAPIST,
                Role.CLINICAL_LEAD,
                Role.SERVICE
            },
            to = Allow.To.EPISODE)
    List<CheckinView> checkins(@PathVariable UUID episodeId, @RequestParam @Nullable String state) {
        return checkins.ofEpisode(episodeId).stream()
                .filter(checkin -> state == null || isIn(checkin.state(), state))
                .map(CheckinView::of)
                .toList();
    }

    private static boolean isIn(CheckinState is, String wanted) {
        return wanted.equals("open") ? is.isOpen() : is.word().equals(wanted);
    }
}
