package io.github.throughline.sandbox.stack;

import io.github.throughline.sandbox.identity.IdentitySettings.User;
import java.util.List;
import java.util.stream.Stream;

/** People who can sign in to the sandbox; each is called what they are. */
public final class SandboxUsers {

    /** Everybody's: the sandbox listens on this machine alone, and whoever works on it may be any of them. */
    public static final String PASSWORD = "throughline";

    private SandboxUsers() {}

    /** One for each role that people have, and a second coordinator to hand over to. */
    public static List<User> all() {
        return Stream.of(
                        user("coordinator", "coordinator"),
                        user("coordinator-2", "coordinator"),
                        user("physician", "physician"),
                        user("therapist", "therapist"),
                        user("clinical-lead", "clinical-lead"),
                        user("operator", "operator"))
                .toList();
    }

    private static User user(String name, String role) {
        return new User(name, PASSWORD, List.of(role));
    }
}
