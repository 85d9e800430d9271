package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.ProjectFolder;
import io.github.throughline.sandbox.client.Endpoints;
import io.github.throughline.sandbox.identity.IdentityClient;
import io.github.throughline.sandbox.sink.SinkClient;
import io.github.throughline.schemas.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A sandbox that another process keeps running, seen from outside.
 *
 * @param folder its folder
 * @param run what it says about itself
 */
public record RunningStack(SandboxFolder folder, RunFile run) {

    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration STOP = Duration.ofMinutes(2);

    /**
     * A component and whether its process is alive.
     *
     * @param entry what {@code run.json} says
     * @param isAlive now
     */
    public record Status(RunFile.Entry entry, boolean isAlive) {}

    /** The sandbox that runs in the folder; empty when none does. */
    public static Optional<RunningStack> in(SandboxFolder folder) {
        return RunFile.read(folder.runFile())
                .filter(run -> run.supervisor().alive().isPresent())
                .map(run -> new RunningStack(new SandboxFolder(Path.of(run.data()), folder.root()), run));
    }

    /**
     * Starts one in a process of its own that stays behind, and waits until it is ready.
     *
     * @param fresh forgets all data first
     * @param out gets the progress
     */
    public static RunningStack startDetached(SandboxFolder folder, boolean fresh, PrintStream out) {
        if (in(folder).isPresent()) {
            throw new IllegalStateException(
                    "a sandbox runs already in " + folder.root() + ": end it with ./throughline down");
        }
        // Outside the folder of the other logs: those are dropped at the start.
        var log = folder.path().resolve("supervisor.log");
        delete(log);
        var daemon = ChildProcess.start(new ChildProcess.Launch("supervisor", command(folder, fresh), log));
        var told = new Tail(log, out);
        daemon.awaitReady(() -> told.follow() && isReady(folder, daemon.pid()), START);
        return in(folder).orElseThrow();
    }

    /** Its components, in the order of their start. */
    public List<Status> status() {
        return run.components().stream()
                .map(entry -> new Status(entry, entry.identity().alive().isPresent()))
                .toList();
    }

    /**
     * Keeps care time for us: two that drive it would each wait for the other's patients.
     *
     * @throws IllegalStateException when another process drives it
     */
    public SandboxLock drive() {
        return SandboxLock.take(folder.driving(), "somebody else drives care time in this sandbox; wait for their end");
    }

    /** Where clients of the services find them. */
    public Endpoints endpoints() {
        return new Endpoints(
                byService(entry -> entry.url() + "/"),
                byService(entry -> "http://127.0.0.1:" + entry.ports().get("management") + "/"),
                component("kafka").url(),
                component("registry").url());
    }

    /** Where people read what arrived by mail and webhook. */
    public String sinkUrl() {
        return component("sinks").url();
    }

    /** Reads what arrived by mail and webhook; the caller closes it. */
    public SinkClient sinks() {
        return new SinkClient(sinkUrl());
    }

    String issuer() {
        return component("identity").url();
    }

    private Map<String, URI> byService(Function<RunFile.Entry, String> address) {
        return Topics.SERVICES.stream()
                .collect(Collectors.toMap(
                        Function.identity(), service -> URI.create(address.apply(component(service)))));
    }

    private RunFile.Entry component(String name) {
        return run.components().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has not started yet"));
    }

    /** Mints tokens for anybody; the caller closes it. */
    public IdentityClient identity() {
        return new IdentityClient(issuer(), KeptSecrets.in(folder.secrets()).secret(ServiceSettings.SANDBOX_SECRET));
    }

    /** Ends it in order and waits until it has gone. */
    public void stop() {
        run.supervisor().end(STOP);
    }

    private static boolean isReady(SandboxFolder folder, long pid) {
        return in(folder)
                .filter(stack -> stack.run().ready())
                .filter(stack -> stack.run().supervisor().pid() == pid)
                .isPresent();
    }

    private static List<String> command(SandboxFolder folder, boolean fresh) {
        return List.of(
                ChildProcess.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dthroughline.home=" + ProjectFolder.locate(),
                "-cp",
                System.getProperty("java.class.path"),
                StackDaemon.class.getName(),
                folder.path().toString(),
                Boolean.toString(fresh));
    }

    private static void delete(Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes on what is added to a file. */
    private static final class Tail {

        private final Path file;
        private final PrintStream out;
        private int told;

        Tail(Path file, PrintStream out) {
            this.file = file;
            this.out = out;
        }

        /** Always true: it stands in a condition for what it does beside. */
        boolean follow() throws IOException {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            out.print(text.substring(told));
            out.flush();
            told = text.length();
            return true;
        }
    }
}
