package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.stack.RunningStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Ends the sandbox that runs. */
@Command(name = "down", mixinStandardHelpOptions = true, header = "Ends the sandbox that runs; its data stay.")
final class DownCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Throughline throughline;

    @Override
    public Integer call() {
        var running = RunningStack.in(throughline.folder());
        running.ifPresent(RunningStack::stop);
        Terminal.standard().say(running.isPresent() ? "ended" : "nothing runs");
        return ExitCodes.WELL;
    }
}
