package io.github.throughline.checkin.pause;

import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.checkin.schedule.Pause;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pauses of an episode's check-ins, set by whoever answers for the patient. */
@RestController
class PauseController {

    /**
     * A check-in whose last day lies in it is not asked for.
     *
     * @param firstDay in the patient's time zone
     * @param lastDay included
     */
    record PauseForm(
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @NotNull KeptPause.Reason reason) {}

    record PauseView(UUID pauseId, LocalDate firstDay, LocalDate lastDay, KeptPause.Reason reason) {

        static PauseView of(KeptPause kept) {
            return new PauseView(
                    kept.id(), kept.pause().firstDay(), kept.pause().lastDay(), kept.reason());
        }
    }

    private final Pausing pausing;
    private final Pauses pauses;
    private final EpisodeAccess access;

    PauseController(Pausing pausing, Pauses pauses, EpisodeAccess access) {
        this.pausing = pausing;
        this.pauses = pauses;
        this.access = access;
    }

    @PostMapping("/episodes/{episodeId}/pauses")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    PauseView pause(@PathVariable UUID episodeId, @Valid @RequestBody PauseForm form, Caller caller) {
        String by = access.giver(episodeId, caller).reference();
        return PauseView.of(pausing.pause(episodeId, new Pause(form.firstDay(), form.lastDay()), form.reason(), by));
    }

    @GetMapping("/episodes/{episodeId}/pauses")
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    List<PauseView> pauses(@PathVariable UUID episodeId, Caller caller) {
        access.giver(episodeId, caller);
        return pauses.standing(episodeId).stream().map(PauseView::of).toList();
    }

    /** Takes a pause back: windows that have not ended are asked for again. */
    @DeleteMapping("/episodes/{episodeId}/pauses/{pauseId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    void withdraw(@PathVariable UUID episodeId, @PathVariable UUID pauseId, Caller caller) {
        pausing.withdraw(episodeId, pauseId, access.giver(episodeId, caller).reference());
    }
}
