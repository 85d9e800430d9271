package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.stack.RunningStack;
import io.github.throughline.sandbox.stack.SandboxFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends the sandbox that runs. */
@Command(name = "down", mixinStandardHelpOptions = true, header = "Ends the sandbox that runs; its data stay.")
final class DownCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var running = RunningStack.in(SandboxFolder.ofProject());
        running.ifPresent(RunningStack::stop);
        Terminal.standard().say(running.isPresent() ? "ended" : "nothing runs");
        return ExitCodes.WELL;
    }
}
