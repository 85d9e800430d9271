package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.stack.SandboxUsers;
import java.util.List;

/** Tells people where they can look around. */
final class SignIn {

    private SignIn() {}

    static List<String> lines(String console) {
        var user = SandboxUsers.all().getFirst();
        return List.of(
                "", "  console   " + console + "/console", "  sign in   " + user.name() + " / " + user.password(), "");
    }
}
