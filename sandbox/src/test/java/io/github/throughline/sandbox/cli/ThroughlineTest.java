package io.github.throughline.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.sandbox.stack.SandboxFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThroughlineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void helpNamesEveryCommandAndWhatTheExitStatusSays() {
        // When
        int status = run("--help");

        // Then
        assertThat(status).isZero();
        assertThat(out.toString())
                .contains("demo", "up", "down", "status", "token", "replay", "backtest", "verify-plan", "Exit status:");
    }

    @Test
    void demoSaysItsDefaults() {
        assertThat(run("demo", "--help")).isZero();
        assertThat(out.toString()).contains("--weeks", "--patients", "--seed", "--exit", "--report", "Default: 16");
    }

    @Test
    void withoutACommandItIsUsedWrongly() {
        assertThat(run()).isEqualTo(ExitCodes.WRONG_USAGE);
    }

    @Test
    void nobodyAndNoTimeAtAllIsWrongUse() {
        assertThat(run("demo", "--patients", "0")).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(run("demo", "--weeks", "-1")).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(run("replay", "--patients", "none", "h.csv")).isEqualTo(ExitCodes.WRONG_USAGE);
    }

    @Test
    void aRoleThatNobodyHasIsWrongUseAndTheOthersAreNamed() {
        assertThat(run("token", "coordinater")).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("coordinater", "clinical-lead");
    }

    @Test
    void aFileThatIsNotThereCanNotBeBacktested() {
        assertThat(run("backtest", folder.resolve("none.csv").toString())).isEqualTo(ExitCodes.NOT_RUN);
        assertThat(err.toString()).contains("none.csv");
    }

    @Test
    void aBacktestWithABadLineSaysSoByItsStatus() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("h.csv"), "patient_id,day,measure,value\na,0,BDI,25\na,7,BDI,99\n");

        // When
        int status = run("backtest", file.toString());

        // Then
        assertThat(status).isEqualTo(ExitCodes.UNUSABLE_LINES);
    }

    private int run(String... arguments) {
        return Throughline.commandLine(new SandboxFolder(folder))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
