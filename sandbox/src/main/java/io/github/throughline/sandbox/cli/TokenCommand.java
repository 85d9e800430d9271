package io.github.throughline.sandbox.cli;

import io.github.throughline.platform.security.Role;
import io.github.throughline.sandbox.stack.RunningStack;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints an access token. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        header = "Prints a bearer token, for curl for example.",
        footer = {
            "",
            "  curl -H \"Authorization: Bearer $(./throughline token coordinator)\" \\",
            "       http://127.0.0.1:8085/escalations?state=open"
        })
final class TokenCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Throughline throughline;

    @Parameters(
            paramLabel = "ROLE",
            converter = RoleConverter.class,
            description = "patient, caregiver, coordinator, physician, therapist, clinical-lead, intake, operator,"
                    + " service or partner")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Role role;

    @Option(
            names = "--subject",
            paramLabel = "REFERENCE",
            description =
                    "Whose token it is: a reference in care teams, a patient's or a partner's id. Default: the role's name.")
    @SuppressWarnings("NullAway.Init") // picocli leaves it null when it is not given
    private String subject;

    @Override
    public Integer call() {
        var running = RunningStack.in(throughline.folder())
                .orElseThrow(() -> new IllegalStateException("nothing runs; start it with ./throughline up"));
        try (var identity = running.identity()) {
            Terminal.standard().say(identity.token(Optional.ofNullable(subject).orElse(role.claim()), role.claim()));
        }
        return ExitCodes.WELL;
    }
}
