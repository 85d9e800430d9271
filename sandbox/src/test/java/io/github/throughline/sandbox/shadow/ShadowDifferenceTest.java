package io.github.throughline.sandbox.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShadowDifferenceTest {

    private static final Instant MONDAY = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void whatBothFindIsCountedAndWhatOneFindsIsShown() {
        // Given
        var same = escalation("plateau", MONDAY);
        var earlier = escalation("plateau", MONDAY);
        var dropped = escalation("regression", MONDAY);

        // When
        List<String> lines = ShadowDifference.of(
                        List.of(same, earlier, dropped), List.of(same, at(earlier, MONDAY.minus(Duration.ofDays(7)))))
                .lines();

        // Then
        assertThat(lines)
                .anyMatch(line -> line.matches("  in force +3 +3 +3"))
                .anyMatch(line -> line.matches("  in the shadow +2 +2 +2"))
                .anyMatch(line -> line.matches("  the same +2 +of these in the shadow 1 earlier \\(median 7 days\\)"))
                .anyMatch(line -> line.matches("  only in force +1 +regression 1"))
                .anyMatch(line -> line.matches("  only in the shadow +0 *"))
                .anyMatch(
                        line -> line.contains(dropped.patientId().toString()) && line.matches(".*4 May 2026, open +-"))
                .anyMatch(line -> line.contains(earlier.patientId().toString())
                        && line.contains("4 May 2026, open")
                        && line.endsWith("27 Apr 2026, open"))
                .noneMatch(line -> line.contains(same.patientId().toString()));
    }

    @Test
    void withoutADifferenceNoPatientIsShown() {
        var same = escalation("plateau", MONDAY);

        assertThat(ShadowDifference.of(List.of(same), List.of(same)).lines())
                .noneMatch(line -> line.contains("patient "));
    }

    @Test
    void ofManyDifferencesTheFirstAreShownAndTheOthersCounted() {
        var many = IntStream.range(0, 50)
                .mapToObj(i -> escalation("plateau", MONDAY))
                .toList();

        assertThat(ShadowDifference.of(many, List.of()).lines()).last().isEqualTo("  and 10 more");
    }

    private static ShadowEscalation escalation(String rule, Instant at) {
        return new ShadowEscalation(UUID.randomUUID(), UUID.randomUUID(), rule, "NPRS", "routine", "open", at);
    }

    private static ShadowEscalation at(ShadowEscalation escalation, Instant at) {
        return new ShadowEscalation(
                escalation.id(),
                escalation.patientId(),
                escalation.rule(),
                escalation.subject(),
                escalation.severity(),
                escalation.state(),
                at);
    }
}
