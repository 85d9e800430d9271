package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.report.Report;
import io.github.throughline.sandbox.report.ReportFile;
import io.github.throughline.sandbox.report.Summary;
import io.github.throughline.sandbox.simulation.Population;
import io.github.throughline.sandbox.stack.Progress;
import io.github.throughline.sandbox.stack.SandboxPartners;
import io.github.throughline.sandbox.stack.Stack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the whole system at work, with patients who do not exist. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Starts everything, and lets simulated patients live through some weeks in a minute or two.",
        description = {
            "%nPatients answer their check-ins, stalls are found, coordinators and outside providers are told,",
            "clinicians decide. At the end it accounts for everything that was sent. Afterwards care time goes on at",
            "its normal pace, so that one can look around, until Ctrl-C.",
            "The same seed gives the same patients and answers, and on the same day the same counts: the weeks end today.%n"
        },
        showDefaultValues = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well, nothing was lost and nothing doubled",
            "1:it could not be run",
            "2:wrong use of the command line",
            "3:something was lost, doubled or not as it should be"
        })
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Throughline throughline;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "16",
            converter = CountConverter.class,
            description = "Weeks of care time.")
    private int weeks;

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "40",
            converter = CountConverter.class,
            description = "Simulated patients.")
    private int patients;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "What the patients are drawn from.")
    private long seed;

    @Option(names = "--exit", description = "Stops when the weeks are over.")
    private boolean exit;

    @Option(names = "--report", paramLabel = "FILE.json", description = "Gets the report as JSON.")
    private @Nullable Path report;

    private final Terminal terminal = Terminal.standard();

    @Override
    public Integer call() throws InterruptedException {
        var begin = Instant.now();
        terminal.say("Throughline: %d patients, %d weeks, seed %d".formatted(patients, weeks, seed));
        terminal.say("");
        try (var stack = Stack.open(throughline.folder().withDataOf("demo"), true, Progress.printedTo(System.out))) {
            stack.start();
            terminal.say("  all runs after " + Terminal.since(begin));
            try (var session = Session.with(stack)) {
                var demo = new Demo(session, Population.of(seed, patients, weeks), Instant.now());
                var result = live(session, demo);
                if (!exit) {
                    lookAround(session, demo, stack);
                }
                return ExitCodes.of(result);
            }
        }
    }

    private Report live(Session session, Demo demo) {
        var begin = Instant.now();
        var board = new Board(terminal, demo.simulation(), session, demo.start(), weeks);
        session.listen(board::hear);
        board.header();
        var result = demo.run(board::update);
        terminal.endStatus();
        terminal.say("");
        terminal.say("  %d weeks of %d patients in %s".formatted(weeks, patients, Terminal.since(begin)));
        terminal.say("");
        terminal.say(Summary.of(result));
        if (report != null) {
            ReportFile.write(result, report);
        }
        return result;
    }

    private void lookAround(Session session, Demo demo, Stack stack) throws InterruptedException {
        // From now on, not from the end of the last day: what people send next must not be ahead of care time.
        session.driver().letRun(Instant.now());
        terminal.say(SignIn.lines(stack.consoleUrl(), stack.sinkUrl()));
        terminal.say("  partner   " + SandboxPartners.LAB + " has a patient "
                + demo.simulation().aPatientOfTheLab() + ": docs/partners.md says how to send readings");
        terminal.say("");
        terminal.say("  Care time goes on at its normal pace. Ctrl-C ends everything.");
        new CountDownLatch(1).await();
    }
}
