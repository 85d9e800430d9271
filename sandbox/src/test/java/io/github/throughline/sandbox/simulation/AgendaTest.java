package io.github.throughline.sandbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void givesWhatIsDueInTheOrderOfTime() {
        // Given
        var agenda = new Agenda();
        agenda.add(NOON.plusSeconds(1), Agenda.Who.PATIENT, 1, at -> {});
        agenda.add(NOON, Agenda.Who.PATIENT, 1, at -> {});
        agenda.add(NOON.minusSeconds(1), Agenda.Who.PATIENT, 1, at -> {});

        // When
        var due = agenda.takeDue(NOON);

        // Then
        assertThat(due).extracting(Agenda.Entry::at).containsExactly(NOON.minusSeconds(1), NOON);
        assertThat(agenda.takeDue(NOON)).isEmpty();
        assertThat(agenda.nextAt()).contains(NOON.plusSeconds(1));
    }
}
