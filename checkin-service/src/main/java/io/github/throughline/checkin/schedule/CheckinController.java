package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinState;
import io.github.throughline.checkin.checkin.Checkins;
import io.github.throughline.checkin.outage.Downtime;
import io.github.throughline.checkin.outage.Outages;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The check-ins of an episode, for the patient, those who treat, and whom the patient permits. */
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
    private final Outages outages;
    private final EpisodeAccess access;

    CheckinController(Checkins checkins, Outages outages, EpisodeAccess access) {
        this.checkins = checkins;
        this.outages = outages;
        this.access = access;
    }

    /** @param state open: those that wait for an answer, in grace or not; another state's word; absent: all */
    @GetMapping("/episodes/{episodeId}/checkins")
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    List<CheckinView> checkins(@PathVariable UUID episodeId, @RequestParam @Nullable String state, Caller caller) {
        access.requireReader(episodeId, caller);
        List<Checkin> wanted = checkins.ofEpisode(episodeId).stream()
                .filter(checkin -> state == null || isIn(checkin.state(), state))
                .toList();
        Downtime downtime = downtime(wanted);
        return wanted.stream()
                .map(checkin -> CheckinView.of(withOutages(checkin, downtime)))
                .toList();
    }

    private Downtime downtime(List<Checkin> wanted) {
        return wanted.stream()
                .filter(checkin -> checkin.state().isOpen())
                .map(checkin -> checkin.window().opensAt())
                .min(Comparator.naturalOrder())
                .map(outages::endingAfter)
                .orElse(Downtime.NONE);
    }

    /** The grace as it will be: outages are reckoned in when it ends. */
    private static Checkin withOutages(Checkin checkin, Downtime downtime) {
        return checkin.state().isOpen() ? checkin.withGraceEndingAt(downtime.graceEnd(checkin.window())) : checkin;
    }

    private static boolean isIn(CheckinState is, String wanted) {
        return wanted.equals("open") ? is.isOpen() : is.word().equals(wanted);
    }
}
