package io.github.throughline.checkin.answers;

import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.checkin.answers.AnswersView.HistoryView;
import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.checkin.CheckinNotFound;
import io.github.throughline.checkin.checkin.Checkins;
import io.github.throughline.checkin.checkin.KeptReport;
import io.github.throughline.checkin.checkin.Reports;
import io.github.throughline.checkin.reading.SubmittedReadings;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.web.VersionTag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What was submitted with a check-in: shown to those who may see outcomes, corrected by the coordinator. */
@RestController
class AnswersController {

    private final Checkins checkins;
    private final Reports reports;
    private final SubmittedReadings readings;
    private final CorrectingCheckin correcting;
    private final EpisodeAccess access;

    AnswersController(
            Checkins checkins,
            Reports reports,
            SubmittedReadings readings,
            CorrectingCheckin correcting,
            EpisodeAccess access) {
        this.checkins = checkins;
        this.reports = reports;
        this.readings = readings;
        this.correcting = correcting;
        this.access = access;
    }

    /** The ETag is the version that a correction names. */
    @GetMapping("/episodes/{episodeId}/checkins/{checkinId}/answers")
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    ResponseEntity<AnswersView> answers(@PathVariable UUID episodeId, @PathVariable UUID checkinId, Caller caller) {
        access.requireReader(episodeId, caller);
        return view(episodeId, new CheckinId(checkinId));
    }

    @GetMapping("/episodes/{episodeId}/checkins/{checkinId}/answers/history")
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    HistoryView history(@PathVariable UUID episodeId, @PathVariable UUID checkinId, Caller caller) {
        access.requireReader(episodeId, caller);
        CheckinId id = checkin(episodeId, new CheckinId(checkinId)).id();
        return HistoryView.of(submitted(id), readings.replaced(id));
    }

    /** If-Match names the version that was read. */
    @PostMapping("/episodes/{episodeId}/checkins/{checkinId}/correction")
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    ResponseEntity<AnswersView> correct(
            @PathVariable UUID episodeId,
            @PathVariable UUID checkinId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CorrectionForm form,
            Caller caller) {
        CheckinId id = new CheckinId(checkinId);
        correcting.correct(episodeId, id, form.by(access.coordinator(episodeId, caller)), ifMatch);
        return view(episodeId, id);
    }

    private ResponseEntity<AnswersView> view(UUID episodeId, CheckinId id) {
        Checkin checkin = checkin(episodeId, id);
        return ResponseEntity.ok()
                .eTag(VersionTag.of(checkin.version()))
                .body(AnswersView.of(checkin, submitted(id).getLast(), readings.of(id)));
    }

    private List<KeptReport> submitted(CheckinId id) {
        List<KeptReport> kept = reports.of(id);
        if (kept.isEmpty()) {
            throw new CheckinNotSubmitted();
        }
        return kept;
    }

    private Checkin checkin(UUID episodeId, CheckinId id) {
        return checkins.ofEpisode(episodeId).stream()
                .filter(checkin -> checkin.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CheckinNotFound(id.value()));
    }
}
