package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.replay.Comparison;
import io.github.throughline.sandbox.replay.HistoryFile;
import io.github.throughline.sandbox.replay.Replay;
import io.github.throughline.sandbox.report.Accounting;
import io.github.throughline.sandbox.report.Report;
import io.github.throughline.sandbox.report.ReportFile;
import io.github.throughline.sandbox.report.Summary;
import io.github.throughline.sandbox.stack.Progress;
import io.github.throughline.sandbox.stack.RunningStack;
import io.github.throughline.sandbox.stack.Stack;
import io.github.throughline.sandbox.watch.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Sends real histories through the running system. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        header = "Sends the histories of real patients through the running system, and compares it with a backtest.",
        description = {
            "%nHalf of the readings go by REST, half by a partner's topic, with care time driven from day to day.",
            "Uses the sandbox that runs; without one it starts its own and ends it afterwards.%n"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well: nothing lost, nothing doubled, nothing different",
            "1:it could not be run",
            "3:something was lost or doubled, or differs from the backtest",
            "4:lines of the file could not be used; the others were"
        })
final class ReplayCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Throughline throughline;

    @Parameters(paramLabel = "FILE.csv", description = "patient_id, day or observed_at, measure, value")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--patients",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "Only so many patients, in the order of the file.")
    private int patients = Integer.MAX_VALUE;

    @Option(names = "--report", paramLabel = "FILE.json", description = "Gets the report as JSON.")
    private @Nullable Path report;

    private final Terminal terminal = Terminal.standard();

    @Override
    public Integer call() {
        var histories = HistoryFile.read(file, patients, Instant.now());
        var running = RunningStack.in(throughline.folder());
        return running.isPresent() ? liveIn(running.get(), histories) : liveInOurOwn(histories);
    }

    private int liveIn(RunningStack stack, HistoryFile histories) {
        try (var _ = stack.drive();
                var session = Session.with(stack);
                var _ = new DrivenTime(session.driver())) {
            return live(session, histories);
        }
    }

    /** It leaves nothing behind: they are real patients' histories. */
    private int liveInOurOwn(HistoryFile histories) {
        var folder = throughline.folder().withDataOf("replay");
        try (var stack = Stack.open(folder, true, Progress.printedTo(System.out))) {
            stack.start();
            try (var session = Session.with(stack)) {
                return live(session, histories);
            }
        } finally {
            folder.wipe();
        }
    }

    private int live(Session session, HistoryFile histories) {
        var begin = Instant.now();
        var replay = new Replay(histories, session.staff(), session.clients(), session.driver(), session.ledger());
        terminal.say("");
        terminal.say("  %d patients, %d readings".formatted(histories.patients().size(), histories.lines()));
        histories.rejected().forEach(line -> terminal.say("  line %d: %s".formatted(line.line(), line.reason())));
        replay.live(now -> terminal.status("  care time %s   readings %d"
                .formatted(now, session.ledger().facts(Fact.Outcome.class).size())));
        terminal.endStatus();
        var comparison = replay.compare(session.ledger().facts(Fact.Escalation.class));
        var result = account(session, replay, histories, comparison, begin);
        terminal.say(Summary.of(result));
        terminal.say("  %-14s %d plateau and regression escalations live, %d in the backtest, %d differences"
                .formatted(
                        "backtest",
                        comparison.live(),
                        comparison.backtest(),
                        comparison.differences().size()));
        comparison.differences().forEach(difference -> terminal.say("    " + difference));
        if (report != null) {
            ReportFile.write(result, report);
        }
        return ExitCodes.of(result, comparison, histories);
    }

    private Report account(
            Session session, Replay replay, HistoryFile histories, Comparison comparison, Instant begin) {
        var run = Map.<String, Object>of(
                "file", String.valueOf(file.getFileName()),
                "patients", histories.patients().size(),
                "lines", histories.lines(),
                "rejectedLines", histories.rejected().size(),
                "durationMs", Duration.between(begin, Instant.now()).toMillis());
        return Accounting.report("replay", run, session.collecting().of(replay.arrangement()), Map.of())
                .with(Optional.of(comparison));
    }
}
