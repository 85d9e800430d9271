package io.github.throughline.checkin.answers;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.checkin.CheckinNotFound;
import io.github.throughline.checkin.checkin.KeptReport;
import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.checkin.Reports;
import io.github.throughline.checkin.reading.Judgement;
import io.github.throughline.checkin.reading.ReadingRefused;
import io.github.throughline.checkin.reading.RecordingReadings;
import io.github.throughline.checkin.schedule.Schedule;
import io.github.throughline.checkin.schedule.Scheduling;
import io.github.throughline.checkin.submission.PlannedReports;
import io.github.throughline.checkin.submission.Submission;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.web.VersionTag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects a submission as one whole. Its time stays: what is corrected is what was answered, not when. */
@Component
class CorrectingCheckin {

    private final Scheduling scheduling;
    private final RecordingReadings recording;
    private final Reports reports;
    private final CareClock clock;

    CorrectingCheckin(Scheduling scheduling, RecordingReadings recording, Reports reports, CareClock clock) {
        this.scheduling = scheduling;
        this.recording = recording;
        this.reports = reports;
        this.clock = clock;
    }

    /** @param ifMatch the version of the check-in that was read */
    @Transactional
    public void correct(UUID episodeId, CheckinId id, Correction correction, @Nullable String ifMatch) {
        Schedule schedule = scheduling.upToDate(episodeId, id).orElseThrow(() -> new EpisodeNotFound(episodeId));
        Checkin checkin = schedule.checkin(id).orElseThrow(() -> new CheckinNotFound(id.value()));
        VersionTag.require(ifMatch, checkin.version());
        List<KeptReport> kept = reports.of(id);
        if (kept.isEmpty()) {
            throw new CheckinNotSubmitted();
        }
        KeptReport before = kept.getLast();
        Report report = corrected(before.report(), correction, schedule, checkin);
        PlannedReports.checkDays(report.sideEffects(), report.medicationChanges(), before.answeredAt());
        for (int i = 0; i < correction.answers().size(); i++) {
            correct(schedule, id, correction.answers().get(i), i);
        }
        Checkin corrected = schedule.correct(id, before.answeredAt(), report);
        scheduling.keep(schedule);
        reports.add(new KeptReport(
                id,
                corrected.version(),
                before.answeredAt(),
                report,
                correction.by(),
                correction.reason(),
                clock.now()));
    }

    private static Report corrected(Report before, Correction correction, Schedule schedule, Checkin checkin) {
        return new Report(
                correction.sideEffects() == null ? before.sideEffects() : correction.sideEffects(),
                correction.adherence() == null
                        ? before.adherence()
                        : PlannedReports.adherence(schedule, checkin, correction.adherence()),
                correction.medicationChanges() == null ? before.medicationChanges() : correction.medicationChanges(),
                before.messageId());
    }

    private void correct(Schedule schedule, CheckinId id, Submission.Answer answer, int place) {
        Judgement judgement = recording
                .correct(schedule, id, answer.measure(), answer.items(), answer.total())
                .orElseThrow(() -> new AnswerNotFound(place));
        if (judgement instanceof Judgement.Refused refused) {
            throw ReadingRefused.ofAnswer(refused.refusal(), place);
        }
    }
}
