package io.github.throughline.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.sandbox.watch.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final UUID patient = UUID.randomUUID();
    private final UUID episode = UUID.randomUUID();
    private final UUID checkin = UUID.randomUUID();
    private final UUID reading = UUID.randomUUID();
    private final UUID escalation = UUID.randomUUID();
    private final UUID notice = UUID.randomUUID();

    private final List<Sent> sent = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    @Test
    void aRunInWhichEverythingArrivedOnceIsClean() {
        // Given
        everythingArrivedOnce();

        // When
        var report = report();

        // Then
        assertThat(report.isClean()).isTrue();
        assertThat(report.checkins()).isEqualTo(new Report.Checkins(1, 0, 0));
        assertThat(report.readings()).isEqualTo(new Report.Readings(1, 1, 0));
        assertThat(report.escalations()).isEqualTo(new Report.Escalations(1, Map.of("plateau", 1), 1, 0, 0));
        assertThat(report.notices()).isEqualTo(new Report.Notices(Map.of("email", 1), 1, 0, 0));
        assertThat(report.latencyMs()).isEqualTo(new Latency(250, 250, 1));
        assertThat(report.cohorts()).containsExactly(new Cohort("non-responder", 1, 1, 0));
        assertThat(report.nonResponderEscalationRate()).contains(1.0);
        assertThat(report.earlyResponderEscalationRate()).isEmpty();
    }

    @Test
    void anAcceptedReadingWithoutItsOutcomeIsLost() {
        everythingArrivedOnce();
        sent.add(new Sent.SingleReading(UUID.randomUUID(), NOW));
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void anAcceptedCheckInThatDoesNotStandAsSubmittedIsLost() {
        everythingArrivedOnce();
        sent.add(new Sent.Submission(UUID.randomUUID(), List.of(), NOW));
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void aPartnersRecordThatIsRejectedIsNotLost() {
        everythingArrivedOnce();
        sent.add(new Sent.PartnerRecord("lab", "r-1", NOW));
        assertThat(report().lost()).isEqualTo(1);
        facts.add(new Fact.Rejection("lab", Optional.of("r-1"), "UNKNOWN_PATIENT"));
        assertThat(report().lost()).isZero();
        assertThat(report().readings()).isEqualTo(new Report.Readings(2, 1, 1));
    }

    @Test
    void anEscalationWhoseNoticeNeverArrivedIsLost() {
        everythingArrivedOnce();
        arrivals.clear();
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void anEscalationWithAGapInItsVersionsIsLost() {
        everythingArrivedOnce();
        facts.removeIf(Fact.Escalation.class::isInstance);
        notices.clear();
        arrivals.clear();
        facts.add(escalation(1));
        facts.add(escalation(3));
        notices.add(new Notice(notice, escalation, 1, "raised", "coordinator", "email", "delivered", true));
        var third = UUID.randomUUID();
        notices.add(new Notice(third, escalation, 3, "resolved", "coordinator", "email", "delivered", true));
        arrivals.add(new Arrival("email", notice, NOW));
        arrivals.add(new Arrival("email", third, NOW));
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void aRecordThatWasPutAsideIsLost() {
        everythingArrivedOnce();
        facts.add(new Fact.DeadLetter("stall-detector", "throughline.plan.v1"));
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void aNoticeThatNobodyKeepsIsDoubled() {
        everythingArrivedOnce();
        arrivals.add(new Arrival("email", UUID.randomUUID(), NOW));
        assertThat(report().doubled()).isEqualTo(1);
    }

    @Test
    void oneSourceRecordWithTwoOutcomesIsDoubled() {
        everythingArrivedOnce();
        facts.add(new Fact.Outcome(patient, UUID.randomUUID(), 1, "NPRS", Optional.empty(), "s-1"));
        assertThat(report().doubled()).isEqualTo(1);
    }

    @Test
    void theSameOutcomeDeliveredAgainIsNotDoubled() {
        everythingArrivedOnce();
        facts.add(new Fact.Outcome(patient, reading, 1, "NPRS", Optional.empty(), "s-1"));
        assertThat(report().isClean()).isTrue();
    }

    @Test
    void aVersionToldUnderTwoIdsIsDoubledAndTheSameIdTwiceIsNot() {
        everythingArrivedOnce();
        arrivals.add(new Arrival("email", notice, NOW.plusMillis(900)));
        assertThat(report().isClean()).isTrue();
        var second = UUID.randomUUID();
        notices.add(new Notice(second, escalation, 1, "raised", "coordinator", "email", "delivered", true));
        arrivals.add(new Arrival("email", second, NOW));
        assertThat(report().doubled()).isEqualTo(1);
    }

    @Test
    void aCheckInSubmittedAfterItsMissIsNotMissed() {
        facts.add(checkin("MISSED", 2));
        facts.add(checkin("SUBMITTED_LATE", 3));
        assertThat(report().checkins()).isEqualTo(new Report.Checkins(1, 0, 1));
    }

    private void everythingArrivedOnce() {
        sent.add(new Sent.Submission(checkin, List.of(reading), NOW));
        facts.add(checkin("SUBMITTED", 2));
        facts.add(new Fact.Outcome(patient, reading, 1, "NPRS", Optional.empty(), "s-1"));
        facts.add(escalation(1));
        notices.add(new Notice(notice, escalation, 1, "raised", "coordinator", "email", "delivered", true));
        arrivals.add(new Arrival("email", notice, NOW.plusMillis(250)));
    }

    private Fact escalation(int version) {
        return new Fact.Escalation(
                patient,
                episode,
                escalation,
                version,
                "plateau",
                "NPRS",
                1,
                "ROUTINE",
                "RAISED",
                NOW,
                NOW,
                Optional.of("NPRS"),
                Optional.of(reading));
    }

    private Fact checkin(String what, int version) {
        return new Fact.Checkin(patient, episode, checkin, version, what, 1, NOW, NOW, NOW, List.of("NPRS"));
    }

    private Report report() {
        return Accounting.report(
                "demo", Map.of(), new Evidence(sent, facts, notices, arrivals), Map.of(patient, "non-responder"));
    }
}
