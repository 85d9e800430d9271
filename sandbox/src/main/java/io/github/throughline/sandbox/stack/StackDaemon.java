package io.github.throughline.sandbox.stack;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Keeps a sandbox running behind {@code ./throughline up}, until it is asked to end. */
public final class StackDaemon {

    private StackDaemon() {}

    /**
     * Starts the sandbox and waits for the signal to end.
     *
     * @param arguments the sandbox's folder; whether to forget its data
     */
    public static void main(String[] arguments) throws InterruptedException {
        var folder = new SandboxFolder(Path.of(arguments[0]));
        try (var stack = Stack.open(folder, Boolean.parseBoolean(arguments[1]), Progress.printedTo(System.out))) {
            stack.start();
            new CountDownLatch(1).await();
        }
    }
}
