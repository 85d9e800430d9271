package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.stack.SandboxFolder;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code ./throughline}. */
@Command(
        name = "throughline",
        mixinStandardHelpOptions = true,
        version = "Throughline 0.1",
        header = "Holds the plan that the physician signed between two visits, and notices when recovery stalls.",
        description = "%nRuns all of it on this machine: Kafka, PostgreSQL, a schema registry, an identity provider,"
                + " mail and webhook sinks and the five services, each a process of its own.%n",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well",
            "1:it could not be run",
            "2:wrong use of the command line",
            "3:something was lost, doubled, altered or not as it should be, or differs from the backtest",
            "4:lines of a file could not be used; the others were"
        },
        footer = "%nBegin with: ./throughline demo",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            TokenCommand.class,
            ReplayCommand.class,
            BacktestCommand.class,
            CalibrateCommand.class,
            FitCourseCommand.class,
            SimulateCommand.class,
            AccuracyCommand.class,
            ExplainCommand.class,
            ShadowCommand.class,
            VerifyPlanCommand.class
        })
public final class Throughline implements Runnable {

    /** The root of the JDK's own logging, which some libraries use; held, since a logger that nobody holds forgets. */
    private static final Logger QUIET_LIBRARIES = Logger.getLogger("");

    private final SandboxFolder folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Throughline(SandboxFolder folder) {
        this.folder = folder;
    }

    /** Runs the command and exits with its status. */
    public static void main(String[] arguments) {
        QUIET_LIBRARIES.setLevel(Level.SEVERE);
        // What is English in words is so in numbers.
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine(SandboxFolder.ofProject()).execute(arguments));
    }

    /** Its commands, for the sandbox in that folder. */
    public static CommandLine commandLine(SandboxFolder folder) {
        return new CommandLine(new Throughline(folder))
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(command.getColorScheme().errorText(Failure.explain(failure)));
                    return ExitCodes.NOT_RUN;
                });
    }

    SandboxFolder folder() {
        return folder;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
