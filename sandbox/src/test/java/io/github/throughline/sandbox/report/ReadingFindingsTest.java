package io.github.throughline.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.sandbox.watch.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingFindingsTest extends AccountedRun {

    @Test
    void anAcceptedReadingWithoutItsOutcomeIsLost() {
        everythingArrivedOnce();
        sent.add(new Sent.SingleReading("r-1", UUID.randomUUID(), NOW));
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void anAcceptedCheckInThatDoesNotStandAsSubmittedIsLost() {
        everythingArrivedOnce();
        sent.add(new Sent.Submission(UUID.randomUUID(), List.of(), List.of(), NOW));
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void aPartnersRecordThatIsRejectedIsNotLost() {
        everythingArrivedOnce();
        sent.add(new Sent.PartnerRecord("lab", "r-1", Optional.empty(), NOW));
        assertThat(report().lost()).isEqualTo(1);
        facts.add(new Fact.Rejection("lab", Optional.of("r-1"), "UNKNOWN_PATIENT"));
        assertThat(report().lost()).isZero();
        assertThat(report().readings()).isEqualTo(new Report.Readings(2, 1, 1, Map.of("UNKNOWN_PATIENT", 1)));
    }

    @Test
    void oneSourceRecordWithTwoOutcomesIsDoubled() {
        everythingArrivedOnce();
        facts.add(outcome(UUID.randomUUID(), UUID.randomUUID(), 1));
        assertThat(report().doubled()).isEqualTo(1);
    }

    @Test
    void theSameOutcomeDeliveredAgainIsNotDoubled() {
        everythingArrivedOnce();
        facts.add(outcome(event, reading, 1));
        assertThat(report().isClean()).isTrue();
    }

    @Test
    void aSubmissionAnsweredWithoutItsReadingsIsFoundThoughTheServiceSaidItTookIt() {
        everythingArrivedOnce();
        sent.add(new Sent.Submission(checkin, List.of("NPRS", "PEG"), List.of(), NOW));

        assertThat(report().findings())
                .anyMatch(finding -> finding.contains(checkin + "/PEG was accepted and is neither"))
                .anyMatch(finding -> finding.contains("2 measures were sent, and as readings came back []"));
    }

    @Test
    void anOutcomeThatNobodySentIsFound() {
        everythingArrivedOnce();
        facts.add(new Fact.Outcome(
                patient, UUID.randomUUID(), UUID.randomUUID(), 1, "NPRS", Optional.of("lab"), "r-9", Optional.empty()));

        assertThat(report().readings().recorded()).isEqualTo(2);
        assertThat(report().unexpected()).isEqualTo(1);
    }

    @Test
    void aReadingRecordedAgainAsItsNextVersionIsDoubled() {
        everythingArrivedOnce();
        facts.add(outcome(UUID.randomUUID(), reading, 2));

        assertThat(report().doubled()).isEqualTo(1);
    }

    @Test
    void twoEventsOfOneVersionOfAReadingAreDoubled() {
        everythingArrivedOnce();
        facts.add(outcome(UUID.randomUUID(), reading, 1));

        assertThat(report().doubled()).isEqualTo(1);
    }

    @Test
    void aRefusalIsFoundUnlessANewPlanHasTakenTheCheckInAway() {
        everythingArrivedOnce();
        sent.add(new Sent.RefusedByRest("check-in x", Optional.of(checkin), 1, "CHECKIN_CLOSED", NOW));
        assertThat(report().unexpected()).isEqualTo(1);
        assertThat(report().readings()).isEqualTo(new Report.Readings(2, 1, 1, Map.of("CHECKIN_CLOSED", 1)));

        facts.add(plan(2));
        assertThat(report().isClean()).isTrue();

        sent.add(new Sent.RefusedByRest("check-in x", Optional.of(checkin), 1, "INTERNAL_ERROR", NOW));
        assertThat(report().findings()).containsExactly("unexpected: check-in x was refused: INTERNAL_ERROR");
    }

    @Test
    void anAnswerThatWasNeverSentIsFound() {
        everythingArrivedOnce();
        toBeAnswered.add(checkin);
        assertThat(report().isClean()).isTrue();

        toBeAnswered.add(UUID.randomUUID());
        assertThat(report().unexpected()).isEqualTo(1);
    }
}
