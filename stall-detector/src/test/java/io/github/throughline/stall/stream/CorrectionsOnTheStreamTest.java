package io.github.throughline.stall.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a coordinator corrects, checkin-service tells as of when the patient answered: the detector computes anew. */
class CorrectionsOnTheStreamTest {

    private final Ward ward = new Ward();
    private final List<SpecificRecord> stalled = ward.stalled(10);

    @TempDir
    private Path state;

    private StreamBench bench;

    @BeforeEach
    void open() {
        bench = new StreamBench(state);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCorrectedReadingWithdrawsTheEscalationThatItLedTo() {
        // Given
        bench.send(ward, stalled);

        // When
        bench.send(ward, corrected((OutcomeRecorded) stalled.getLast(), 3.0));

        // Then
        List<EscalationChanged> escalations = bench.escalations();
        assertThat(escalations)
                .extracting(EscalationChanged::getState)
                .containsExactly(EscalationState.RAISED, EscalationState.WITHDRAWN);
        assertThat(escalations).extracting(EscalationChanged::getVersion).containsExactly(1, 2);
        assertThat(escalations)
                .extracting(EscalationChanged::getEscalationId)
                .containsOnly(escalations.getFirst().getEscalationId());
    }

    @Test
    void aCorrectionOfReadingsThatAreSettledChangesNothing() {
        // Given
        bench.send(ward, stalled);

        // When: eight to six weeks before the last fact, so low that all later ones would be a regression
        for (int week = 1; week <= 3; week++) {
            bench.send(ward, corrected((OutcomeRecorded) stalled.get(1 + week), 1.0));
        }

        // Then
        assertThat(bench.escalations()).extracting(EscalationChanged::getState).containsExactly(EscalationState.RAISED);
    }

    @Test
    void aCorrectedCheckinIsAnAnsweredOne() {
        // Given
        bench.send(ward, ward.signed(), ward.checkin(1, CheckinFact.MISSED), ward.checkin(2, CheckinFact.MISSED));

        // When: it stands on the topic before the submission that it corrects is read
        bench.send(
                ward,
                CheckinChanged.newBuilder(ward.checkin(2, CheckinFact.CORRECTED))
                        .setVersion(5)
                        .build(),
                CheckinChanged.newBuilder(ward.checkin(2, CheckinFact.SUBMITTED_LATE))
                        .setVersion(4)
                        .build());

        // Then
        assertThat(bench.escalations())
                .extracting(EscalationChanged::getState)
                .containsExactly(EscalationState.RAISED, EscalationState.WITHDRAWN);
    }

    private static OutcomeRecorded corrected(OutcomeRecorded reading, double value) {
        return OutcomeRecorded.newBuilder(reading)
                .setEventId(UUID.randomUUID())
                .setVersion(2)
                .setValue(value)
                .setCorrected(true)
                .build();
    }
}
