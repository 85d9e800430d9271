package io.github.throughline.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest extends AccountedRun {

    @Test
    void saysInAFewLinesHowItWent() {
        // Given
        everythingArrivedOnce();

        // When
        var lines = Summary.of(report());

        // Then
        assertThat(lines)
                .contains(
                        "  check-ins      1 submitted, 0 of them late, 0 missed",
                        "  readings       1 sent, 1 recorded, 0 rejected",
                        "  escalations    1 (plateau 1): 1 open, 0 resolved, 0 withdrawn",
                        "  notices        1 delivered (email 1), 0 failed, 0 suppressed",
                        "  latency        check-in to notice p50 250 ms, p99 250 ms (1 measured)",
                        "  lost           0",
                        "  doubled        0",
                        "  unexpected     0")
                .anyMatch(line -> line.contains("of the non-responders 100 % were escalated"));
    }

    @Test
    void namesWhatWasRefusedByItsCodeAndEveryFinding() {
        // Given
        everythingArrivedOnce();
        sent.add(new Sent.RefusedByRest("line 17", Optional.empty(), 1, "ANSWERS_MISSING", NOW));

        // When
        var lines = Summary.of(report());

        // Then
        assertThat(lines)
                .contains(
                        "  readings       2 sent, 1 recorded, 1 rejected (ANSWERS_MISSING 1)",
                        "    unexpected: line 17 was refused: ANSWERS_MISSING");
    }
}
