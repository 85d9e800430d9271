package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.stack.RunningStack;
import io.github.throughline.sandbox.stack.SandboxFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the sandbox and leaves it running. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        header = "Starts everything, without patients, and leaves it running until ./throughline down.",
        description = {
            "%nKeeps its data in .throughline/ and begins with them again the next time.",
            "What runs where stands in .throughline/run.json.%n"
        })
final class UpCommand implements Callable<Integer> {

    @Option(names = "--fresh", description = "Forgets all data first.")
    private boolean fresh;

    @Override
    public Integer call() {
        var stack = RunningStack.startDetached(SandboxFolder.ofProject(), fresh, System.out);
        Terminal.standard().say(SignIn.lines(stack.run().console(), stack.sinkUrl()));
        return ExitCodes.WELL;
    }
}
