package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.client.Clients;
import io.github.throughline.sandbox.stack.RunningStack;
import io.github.throughline.stall.explain.Explanation;
import io.github.throughline.stall.explain.ToldEscalation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says why somebody was told, and computes it again. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header = "Says in plain words why an escalation was raised, and computes its verdict again from it alone.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the verdict is confirmed",
            "1:it can not be read, or nothing runs that knows the id",
            "3:the evidence does not give the verdict"
        })
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Throughline throughline;

    @Parameters(
            paramLabel = "FILE|ID",
            description = "What GET /escalations/ID of notification-service answered, or an id in the running sandbox.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String escalation;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path file = Path.of(escalation);
        ToldEscalation told = ToldEscalation.read(Files.isRegularFile(file) ? Files.readAllBytes(file) : ofSandbox());
        Explanation.of(told).forEach(spec.commandLine().getOut()::println);
        return told.isConfirmed() ? ExitCodes.WELL : ExitCodes.LOST_OR_DIFFERENT;
    }

    private byte[] ofSandbox() {
        var running = RunningStack.in(throughline.folder())
                .orElseThrow(() -> new IllegalStateException(
                        "there is no file %s, and nothing runs that could know it as an id".formatted(escalation)));
        try (var identity = running.identity();
                var clients = new Clients(running.endpoints(), identity::token)) {
            return clients.escalations().one(id()).toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private UUID id() {
        try {
            return UUID.fromString(escalation);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("%s is neither a file nor an id".formatted(escalation), e);
        }
    }
}
