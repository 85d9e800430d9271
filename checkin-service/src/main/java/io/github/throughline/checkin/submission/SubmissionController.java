package io.github.throughline.checkin.submission;

import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.reading.ReadingView;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Submissions of patients, caregivers and care team. */
@RestController
class SubmissionController {

    /** @param state submitted, or submitted-late when the check-in had counted as missed */
    record SubmittedView(UUID checkinId, String state, List<ReadingView> readings) {

        static SubmittedView of(SubmittingCheckin.Submitted submitted) {
            return new SubmittedView(
                    submitted.checkin().id().value(),
                    submitted.checkin().state().word(),
                    submitted.readings().stream().map(ReadingView::of).toList());
        }
    }

    private final SubmittingCheckin submitting;
    private final EpisodeAccess access;

    SubmissionController(SubmittingCheckin submitting, EpisodeAccess access) {
        this.submitting = submitting;
        this.access = access;
    }

    @PostMapping("/episodes/{episodeId}/checkins/{checkinId}/submission")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    SubmittedView submit(
            @PathVariable UUID episodeId,
            @PathVariable UUID checkinId,
            @Valid @RequestBody SubmissionForm form,
            Caller caller) {
        Submission submission = form.from(access.giver(episodeId, caller));
        return SubmittedView.of(submitting.submit(episodeId, new CheckinId(checkinId), submission));
    }
}
