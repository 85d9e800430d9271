package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.stack.RunningStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

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

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Throughline throughline;

    @Option(names = "--fresh", description = "Forgets all data first.")
    private boolean fresh;

    @Override
    public Integer call() {
        var stack = RunningStack.startDetached(throughline.folder(), fresh, System.out);
        Terminal.standard().say(SignIn.lines(stack.run().console(), stack.sinkUrl()));
        return ExitCodes.WELL;
    }
}
