package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.stack.SandboxUsers;
import java.util.List;

/** Tells people where they can look around. */
final class SignIn {

    private SignIn() {}

    /** @param sinks where mails and webhooks arrive */
    static List<String> lines(String console, String sinks) {
        var user = SandboxUsers.all().getFirst();
        return List.of(
                "",
                "  console   " + console + "/console",
                "  sign in   " + user.name() + " / " + user.password(),
                "  mail      " + sinks,
                "");
    }
}
