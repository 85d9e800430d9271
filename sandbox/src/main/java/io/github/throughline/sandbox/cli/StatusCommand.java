package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.drive.CareTimes;
import io.github.throughline.sandbox.stack.RunningStack;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = "Shows what runs, where, and whether it is alive.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:everything runs", "1:nothing runs, or not all of it"})
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Throughline throughline;

    @Override
    public Integer call() {
        var terminal = Terminal.standard();
        var running = RunningStack.in(throughline.folder());
        if (running.isEmpty()) {
            terminal.say("nothing runs; start it with ./throughline up");
            return ExitCodes.NOT_RUN;
        }
        terminal.say("  %-22s %-8s %8s  %s".formatted("component", "state", "pid", "address"));
        boolean allAlive = running.get().run().ready();
        for (var component : running.get().status()) {
            allAlive &= component.isAlive();
            var entry = component.entry();
            terminal.say("  %-22s %-8s %8d  %s"
                    .formatted(entry.name(), component.isAlive() ? "alive" : "gone", entry.pid(), entry.url()));
        }
        if (running.get().run().ready()) {
            new CareTimes(running.get().endpoints())
                    .shown()
                    .ifPresent(now -> terminal.say("  care time " + now.truncatedTo(ChronoUnit.SECONDS)));
        }
        return allAlive ? ExitCodes.WELL : ExitCodes.NOT_RUN;
    }
}
