package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.checkin.checkin.AvroCheckins;
import io.github.throughline.checkin.checkin.AvroPatientNotices;
import io.github.throughline.checkin.checkin.CheckinFact;
import io.github.throughline.checkin.checkin.PatientNotice;
import io.github.throughline.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leaves the facts of a schedule in the outbox and counts them. */
@Component
class TellingFacts {

    private final EpisodeAccess access;
    private final Outbox outbox;
    private final InstantSource machineTime;
    private final MeterRegistry metrics;

    TellingFacts(EpisodeAccess access, Outbox outbox, InstantSource machineTime, MeterRegistry metrics) {
        this.access = access;
        this.outbox = outbox;
        this.machineTime = machineTime;
        this.metrics = metrics;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Schedule schedule) {
        Instant recordedAt = machineTime.instant().truncatedTo(ChronoUnit.MILLIS);
        for (CheckinFact fact : schedule.agenda().facts()) {
            outbox.append(AvroCheckins.event(fact, schedule.patientId(), schedule.episodeId(), recordedAt));
            String kind = fact.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            metrics.counter("throughline.checkins", "fact", kind).increment();
        }
        for (PatientNotice notice : schedule.agenda().notices()) {
            remind(notice, null, schedule, recordedAt);
            access.caregivers(schedule.episodeId())
                    .forEach(caregiver -> remind(notice, caregiver, schedule, recordedAt));
        }
    }

    private void remind(PatientNotice notice, @Nullable String recipient, Schedule schedule, Instant recordedAt) {
        outbox.append(
                AvroPatientNotices.event(notice, recipient, schedule.patientId(), schedule.episodeId(), recordedAt));
    }
}
