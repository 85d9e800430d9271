package io.github.throughline.backing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process that we started, with its output in a file. It gets a session of its own where the system can do that, so
 * that Ctrl-C in a terminal reaches only us and we end our children in order.
 */
public final class ChildProcess {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int SHOWN_LINES = 15;

    private final Launch launch;
    private final Process process;
    private final ProcessIdentity identity;

    private ChildProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
        this.identity = ProcessIdentity.of(process.toHandle());
    }

    /**
     * What to start.
     *
     * @param name what people call it
     * @param command the program and its arguments
     * @param environment variables added to ours
     * @param log the file that its output is appended to
     */
    public record Launch(String name, List<String> command, Map<String, String> environment, Path log) {

        public Launch {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }

        public Launch(String name, List<String> command, Path log) {
            this(name, command, Map.of(), log);
        }
    }

    /** Starts it; whether it is ready is another question. */
    public static ChildProcess start(Launch launch) {
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            var builder = new ProcessBuilder(inOwnSession(launch.command()));
            builder.environment().putAll(launch.environment());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            var process = builder.start();
            process.getOutputStream().close();
            return new ChildProcess(launch, process);
        } catch (IOException e) {
            throw new UncheckedIOException(launch.name() + " can not be started", e);
        }
    }

    /**
     * Runs it to its end, which must be a success.
     *
     * @throws NotReadyException when it takes longer than the patience, or fails
     */
    public static void run(Launch launch, Duration patience) {
        var child = start(launch);
        if (!child.awaitExit(patience)) {
            child.kill();
            throw child.notReady("did not end within " + patience.toSeconds() + " s", null);
        }
        if (child.process.exitValue() != 0) {
            throw child.notReady("failed with status " + child.process.exitValue(), null);
        }
    }

    /** The Java program that runs us, for children that are Java programs too. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Options with which a Java program keeps the classes that it loaded in a file at its end, and starts from them the
     * next time in less than half of the time. A file that does not fit is ignored and written anew.
     */
    public static List<String> keepingClassesIn(Path file) {
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off");
    }

    public String name() {
        return launch.name();
    }

    public Path log() {
        return launch.log();
    }

    public long pid() {
        return process.pid();
    }

    public Instant startedAt() {
        return identity.startedAt();
    }

    public ProcessIdentity identity() {
        return identity;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the check says yes.
     *
     * @throws NotReadyException when the process ends first, or the patience does
     */
    public void awaitReady(ReadyCheck check, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        Optional<Exception> lastFailure = Optional.empty();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw notReady("ended with status " + process.exitValue(), null);
            }
            try {
                if (check.isReady()) {
                    return;
                }
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw notReady("was not awaited to the end", e);
            } catch (Exception e) {
                lastFailure = Optional.of(e);
                pause();
            }
        }
        throw notReady("was not ready within " + patience.toSeconds() + " s", lastFailure.orElse(null));
    }

    /** Asks it to end, and insists after the patience is used up. */
    public void stop(Duration patience) {
        process.destroy();
        if (!awaitExit(patience)) {
            kill();
        }
    }

    /** Ends it at once, as {@code kill -9} does, and waits until it has gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /** Whether it ended within the patience. */
    boolean awaitExit(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private NotReadyException notReady(String what, @Nullable Throwable cause) {
        return new NotReadyException(
                name() + " (pid " + pid() + ") " + what + ". The end of " + log() + ":\n" + lastLines(), cause);
    }

    private String lastLines() {
        try {
            var lines =
                    Files.readString(log(), StandardCharsets.ISO_8859_1).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(not readable: " + e.getMessage() + ")";
        }
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!isOnPath("setsid")) {
            return command;
        }
        var line = new ArrayList<String>();
        line.add("setsid");
        line.addAll(command);
        return line;
    }

    private static boolean isOnPath(String program) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
