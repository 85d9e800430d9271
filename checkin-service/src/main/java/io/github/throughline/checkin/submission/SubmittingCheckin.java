package io.github.throughline.checkin.submission;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.checkin.CheckinNotFound;
import io.github.throughline.checkin.checkin.CheckinState;
import io.github.throughline.checkin.checkin.KeptReport;
import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.checkin.Reports;
import io.github.throughline.checkin.message.Message;
import io.github.throughline.checkin.message.Messages;
import io.github.throughline.checkin.reading.GivenReading;
import io.github.throughline.checkin.reading.Judgement;
import io.github.throughline.checkin.reading.Origin;
import io.github.throughline.checkin.reading.Reading;
import io.github.throughline.checkin.reading.ReadingRefused;
import io.github.throughline.checkin.reading.RecordingReadings;
import io.github.throughline.checkin.schedule.Schedule;
import io.github.throughline.checkin.schedule.ScheduleSettings;
import io.github.throughline.checkin.schedule.Scheduling;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.time.EventTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a submission in as one whole: every answer is recorded and the check-in answered, or nothing is. */
@Component
public class SubmittingCheckin {

    /** @param readings in the order of the answers */
    public record Submitted(Checkin checkin, List<Reading> readings) {}

    private final Scheduling scheduling;
    private final RecordingReadings recording;
    private final Reports reports;
    private final Messages messages;
    private final CareClock clock;
    private final ScheduleSettings settings;

    SubmittingCheckin(
            Scheduling scheduling,
            RecordingReadings recording,
            Reports reports,
            Messages messages,
            CareClock clock,
            ScheduleSettings settings) {
        this.scheduling = scheduling;
        this.recording = recording;
        this.reports = reports;
        this.messages = messages;
        this.clock = clock;
        this.settings = settings;
    }

    @Transactional
    public Submitted submit(UUID episodeId, CheckinId id, Submission submission) {
        Instant now = clock.now();
        Instant answeredAt = EventTime.of(submission.answeredAt(), now);
        Schedule schedule = scheduling.upToDate(episodeId, id).orElseThrow(() -> new EpisodeNotFound(episodeId));
        Checkin checkin = schedule.checkin(id).orElseThrow(() -> new CheckinNotFound(id.value()));
        check(checkin, submission, answeredAt, now);
        var report = new Report(
                submission.sideEffects(),
                PlannedReports.adherence(schedule, checkin, submission.adherence()),
                submission.medicationChanges(),
                keepMessage(schedule, id, submission, answeredAt));
        List<Reading> readings = record(schedule, id, submission, answeredAt);
        Checkin submitted = schedule.submit(
                id,
                submission.answers().stream().map(Submission.Answer::measure).toList(),
                answeredAt,
                report);
        scheduling.keep(schedule);
        String by = submission.giver().reference();
        reports.add(new KeptReport(id, submitted.version(), answeredAt, report, by, null, now));
        return new Submitted(submitted, readings);
    }

    private void check(Checkin checkin, Submission submission, Instant answeredAt, Instant now) {
        if (checkin.state().isSubmitted()) {
            throw new CheckinAlreadySubmitted();
        }
        boolean isSettled = checkin.window().endsAt().isBefore(settings.settledBefore(now));
        if (checkin.state() == CheckinState.WITHDRAWN || isSettled) {
            throw new CheckinClosed();
        }
        SubmissionCheck.check(checkin, submission, answeredAt);
    }

    private @Nullable UUID keepMessage(Schedule schedule, CheckinId id, Submission submission, Instant answeredAt) {
        String text = submission.message();
        if (text == null) {
            return null;
        }
        String author = submission.giver().reference();
        Message message = Message.with(id, schedule.episodeId(), answeredAt, author, text);
        messages.add(message);
        return message.id();
    }

    private List<Reading> record(Schedule schedule, CheckinId id, Submission submission, Instant answeredAt) {
        var readings = new ArrayList<Reading>();
        for (Submission.Answer answer : submission.answers()) {
            var given = new GivenReading(
                    Origin.submission(submission.giver(), id, answer.measure()),
                    answer.measure(),
                    answeredAt,
                    answer.items(),
                    answer.total(),
                    false);
            switch (recording.record(schedule, given)) {
                case Judgement.Accepted accepted -> readings.add(accepted.reading());
                case Judgement.Repeated repeated -> readings.add(repeated.reading());
                case Judgement.Refused refused -> throw ReadingRefused.ofAnswer(refused.refusal(), readings.size());
            }
        }
        return readings;
    }
}
