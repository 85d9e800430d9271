package io.github.throughline.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.backtest.RejectedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    private static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void newFile() {
        file = folder.resolve("histories.csv");
    }

    @Test
    void theLastDayIsYesterdayAndEachReadingIsAtNoon() throws IOException {
        // Given
        Files.writeString(file, """
                patient_id,day,measure,value
                a,0,BDI,25
                a,10,BDI,20
                b,7,BDI,30
                """);

        // When
        var histories = HistoryFile.read(file, 10, NOW);

        // Then
        assertThat(histories.lines()).isEqualTo(3);
        var first = histories.patients().getFirst();
        assertThat(first.day0()).isEqualTo("2026-11-10T00:00:00Z");
        assertThat(first.lines().getLast().at()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(first.lines()).extracting(ReplayedPatient.Line::number).containsExactly(2, 3);
    }

    @Test
    void takesTheFirstPatientsOfTheFileAndReportsWhatItCanNotUseOfThem() throws IOException {
        // Given
        Files.writeString(file, """
                patient_id,day,measure,value
                a,0,BDI,25
                b,0,BDI,99
                a,7,BDI,98
                ,7,BDI,20
                c,0,BDI,30
                d,0,BDI,97
                """);

        // When
        var one = HistoryFile.read(file, 1, NOW);
        var three = HistoryFile.read(file, 3, NOW);

        // Then
        assertThat(one.patients()).extracting(ReplayedPatient::name).containsExactly("a");
        assertThat(one.rejected()).extracting(RejectedLine::line).containsExactly(4, 5);
        assertThat(three.patients()).extracting(ReplayedPatient::name).containsExactly("a", "c");
        assertThat(three.rejected()).extracting(RejectedLine::line).containsExactly(3, 4, 5);
    }

    @Test
    void anObservedMomentStaysWhereItIs() throws IOException {
        // Given
        Files.writeString(file, """
                patient_id,observed_at,measure,value
                a,2026-03-02T09:15:00Z,BDI,25
                """);

        // When
        var patient = HistoryFile.read(file, 1, NOW).patients().getFirst();

        // Then
        assertThat(patient.day0()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(patient.lines().getFirst().at()).isEqualTo("2026-03-02T09:15:00Z");
    }
}
