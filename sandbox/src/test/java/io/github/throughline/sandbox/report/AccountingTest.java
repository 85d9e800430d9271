package io.github.throughline.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.sandbox.watch.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountingTest extends AccountedRun {

    @Test
    void aRunInWhichEverythingArrivedOnceIsClean() {
        // Given
        everythingArrivedOnce();

        // When
        var report = report();

        // Then
        assertThat(report.isClean()).isTrue();
        assertThat(report.checkins()).isEqualTo(new Report.Checkins(1, 0, 0));
        assertThat(report.readings()).isEqualTo(new Report.Readings(1, 1, 0, Map.of()));
        assertThat(report.escalations()).isEqualTo(new Report.Escalations(1, Map.of("plateau", 1), 1, 0, 0));
        assertThat(report.notices()).isEqualTo(new Report.Notices(Map.of("email", 1), 1, 0, 0));
        assertThat(report.latencyMs()).isEqualTo(new Latency(250, 250, 1));
        assertThat(report.cohorts()).containsExactly(new Cohort("non-responder", 1, 1, 0));
        assertThat(report.nonResponderEscalationRate()).contains(1.0);
        assertThat(report.earlyResponderEscalationRate()).isEmpty();
    }

    @Test
    void aCheckInSubmittedAfterItsMissIsNotMissed() {
        facts.add(checkin("MISSED", 2));
        facts.add(checkin("SUBMITTED_LATE", 3));
        assertThat(report().checkins()).isEqualTo(new Report.Checkins(1, 0, 1));
    }

    @Test
    void aRunInWhichNoCheckInEverOpenedIsNotClean() {
        assertThat(report().findings()).containsExactly("unexpected: no check-in ever opened");
    }

    @Test
    void theLatencyRunsFromTheReadingThatWasAcceptedLast() {
        everythingArrivedOnce();
        var late = UUID.randomUUID();
        sent.add(new Sent.SingleReading("r-1", late, NOW.plusMillis(200)));
        facts.add(new Fact.Outcome(
                patient, UUID.randomUUID(), late, 1, "NPRS", Optional.empty(), "r-1", Optional.empty()));
        facts.removeIf(Fact.Escalation.class::isInstance);
        facts.add(escalation(1, List.of(late, reading)));

        assertThat(report().latencyMs()).isEqualTo(new Latency(50, 50, 1));
    }

    @Test
    void aReminderThatNobodyAnsweredIsNoLatency() {
        everythingArrivedOnce();
        var reminder = UUID.randomUUID();
        notices.add(notice(reminder, 1, "unacknowledged", "coordinator", true));
        arrivals.add(mail(reminder, NOW.plusSeconds(60)));

        assertThat(report().latencyMs()).isEqualTo(new Latency(250, 250, 1));
    }
}
