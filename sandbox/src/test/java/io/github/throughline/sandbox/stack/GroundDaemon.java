package io.github.throughline.sandbox.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A sandbox without services, in a process that a test can kill. */
final class GroundDaemon {

    private GroundDaemon() {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = new SandboxFolder(Path.of(arguments[0]));
        try (var stack = Stack.open(folder, false, List.of(), Progress.silent())) {
            stack.start();
            new CountDownLatch(1).await();
        }
    }
}
