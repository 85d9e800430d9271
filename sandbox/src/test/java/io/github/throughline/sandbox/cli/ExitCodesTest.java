package io.github.throughline.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.sandbox.replay.Comparison;
import io.github.throughline.sandbox.replay.HistoryFile;
import io.github.throughline.sandbox.report.Latency;
import io.github.throughline.sandbox.report.Report;
import io.github.throughline.stall.backtest.RejectedLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitCodesTest {

    private static final Comparison EQUAL = new Comparison(1, 1, List.of());
    private static final HistoryFile WHOLE = new HistoryFile(Path.of("h.csv"), List.of(), List.of());

    @Test
    void aCleanRunWentWell() {
        assertThat(ExitCodes.of(report(0, 0, 0))).isZero();
        assertThat(ExitCodes.of(report(0, 0, 0), EQUAL, WHOLE)).isZero();
    }

    @Test
    void anythingLostDoubledOrUnexpectedShows() {
        assertThat(ExitCodes.of(report(1, 0, 0))).isEqualTo(3);
        assertThat(ExitCodes.of(report(0, 1, 0))).isEqualTo(3);
        assertThat(ExitCodes.of(report(0, 0, 1))).isEqualTo(3);
        assertThat(ExitCodes.of(report(0, 0, 1), EQUAL, WHOLE)).isEqualTo(3);
    }

    @Test
    void aDifferenceFromTheBacktestShows() {
        assertThat(ExitCodes.of(report(0, 0, 0), new Comparison(1, 0, List.of("only live")), WHOLE))
                .isEqualTo(3);
    }

    @Test
    void linesThatCouldNotBeUsedShowWhereAllElseWentWell() {
        var withBadLine = new HistoryFile(
                Path.of("h.csv"), List.of(), List.of(new RejectedLine("histories.csv", 3, "bad-value")));

        assertThat(ExitCodes.of(report(0, 0, 0), EQUAL, withBadLine)).isEqualTo(4);
        assertThat(ExitCodes.of(report(1, 0, 0), EQUAL, withBadLine)).isEqualTo(3);
    }

    private static Report report(int lost, int doubled, int unexpected) {
        return new Report(
                "demo",
                Map.of(),
                new Report.Checkins(0, 0, 0),
                new Report.Readings(0, 0, 0, Map.of()),
                new Report.Escalations(0, Map.of(), 0, 0, 0),
                new Report.Notices(Map.of(), 0, 0, 0),
                lost,
                doubled,
                unexpected,
                List.of(),
                new Latency(0, 0, 0),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
