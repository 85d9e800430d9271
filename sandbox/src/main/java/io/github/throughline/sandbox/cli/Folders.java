package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.stack.SandboxFolder;
import java.util.List;

/** Where the commands keep what they run; a demo must not touch the data of {@code up}. */
final class Folders {

    private Folders() {}

    static SandboxFolder demo() {
        return below("demo");
    }

    static SandboxFolder replay() {
        return below("replay");
    }

    static List<SandboxFolder> all() {
        return List.of(SandboxFolder.ofProject(), demo(), replay());
    }

    private static SandboxFolder below(String name) {
        return new SandboxFolder(SandboxFolder.ofProject().path().resolve(name));
    }
}
