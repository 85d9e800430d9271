package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.BackingServices;
import io.github.throughline.backing.Durability;
import io.github.throughline.backing.KeptPorts;
import io.github.throughline.backing.ProcessIdentity;
import io.github.throughline.sandbox.client.Endpoints;
import io.github.throughline.sandbox.identity.IdentityClient;
import io.github.throughline.sandbox.sink.SinkClient;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All processes of Throughline on this machine. It belongs to the process that opened it: when that one ends, so do
 * they. What a killed one left behind is ended by the next.
 */
public final class Stack implements AutoCloseable {

    private static final Duration LEFTOVER = Duration.ofSeconds(10);
    private static final Duration END = Duration.ofSeconds(30);

    private final SandboxLock lock;
    private final SandboxFolder folder;
    private final Progress progress;
    private final KeptPorts ports;
    private final Addresses addresses;
    private final ServiceSettings settings;
    private final Parts parts;
    private final AtomicInteger starting = new AtomicInteger();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean isReady;

    private Stack(SandboxLock lock, SandboxFolder folder, List<String> services, Progress progress) {
        this.lock = lock;
        this.folder = folder;
        this.progress = progress;
        this.ports = KeptPorts.in(folder.ports());
        var backing = BackingServices.in(folder.backing(), folder.logs(), ports, Durability.KEPT);
        this.addresses = Addresses.allot(backing, ports, folder.isOfProject());
        this.settings = new ServiceSettings(addresses, folder, KeptSecrets.in(folder.secrets()));
        var components = new Components(addresses, folder, settings);
        this.parts = new Parts(
                components.ground(), services.stream().map(components::service).toList());
    }

    /**
     * Takes the folder for this process, ends what a killed sandbox left running, and prepares everything.
     *
     * @param fresh forgets all data first
     * @throws IllegalStateException when a sandbox runs there already, or a service is not built
     */
    public static Stack open(SandboxFolder folder, boolean fresh, Progress progress) {
        return open(folder, fresh, Topics.SERVICES, progress);
    }

    /** The same with some of the services only. */
    static Stack open(SandboxFolder folder, boolean fresh, List<String> services, Progress progress) {
        var lock = SandboxLock.take(folder);
        try {
            endLeftovers(folder);
            if (fresh) {
                folder.wipe();
            }
            folder.dropLogs();
            return new Stack(lock, folder, services, progress);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Starts everything and waits until all of it is ready; when one part can not be, none stays. */
    public void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end of the sandbox"));
        try {
            Parts.sideBySide(parts.ground(), this::start);
            new Furnishing(addresses, settings).makeAll();
            Parts.sideBySide(parts.services(), this::start);
            requireAllAlive();
            setReady();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where clients of the services find them. */
    public Endpoints endpoints() {
        return addresses.forClients();
    }

    /** Where people sign in. */
    public String consoleUrl() {
        return addresses.url("notification-service");
    }

    /** Where people read what arrived by mail and webhook. */
    public String sinkUrl() {
        return addresses.sinkUrl();
    }

    /** Mints tokens for anybody; the caller closes it. */
    public IdentityClient identity() {
        return new IdentityClient(addresses.issuer(), settings.sandboxSecret());
    }

    /** Reads what arrived by mail and webhook; the caller closes it. */
    public SinkClient sinks() {
        return new SinkClient(sinkUrl());
    }

    /** Makes those of the topics that are not there yet, a new partner's for example. */
    public void makeTopics(Collection<Topic> topics) {
        new Furnishing(addresses, settings).makeTopics(topics);
    }

    /**
     * Remembers that care time stands, for services that are restarted.
     *
     * @param careTime null: it runs
     */
    public void careTimeStandsAt(@Nullable Instant careTime) {
        settings.standAt(careTime);
    }

    /** Ends one component at once, as {@code kill -9} does. */
    public void kill(String component) {
        parts.named(component).process().orElseThrow().kill();
    }

    /** Ends one component in order. */
    public void stop(String component) {
        stop(parts.named(component));
    }

    /** Starts one component that was ended, on the same data and ports, and waits until it is ready. */
    public void restart(String component) {
        start(parts.named(component));
    }

    /** Whether a component's process is alive. */
    public boolean isAlive(String component) {
        return parts.named(component)
                .process()
                .filter(process -> process.isAlive())
                .isPresent();
    }

    /** Ends everything in the reverse order of the start, a start that is still under way included. */
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            awaitClosed();
            return;
        }
        var deadline = System.nanoTime() + END.toNanos();
        do {
            parts.eachToStop(this::stop);
        } while (starting.get() > 0 && System.nanoTime() < deadline);
        ports.close();
        lock.close();
        closed.countDown();
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Component component) {
        var begin = System.nanoTime();
        starting.incrementAndGet();
        try {
            if (isClosed.get()) {
                throw new IllegalStateException("the sandbox was ended");
            }
            progress.moved(component.name(), Progress.State.STARTING, Duration.ZERO);
            component.start();
            writeRunFile();
            progress.moved(component.name(), Progress.State.READY, since(begin));
        } catch (RuntimeException e) {
            progress.moved(component.name(), Progress.State.FAILED, since(begin));
            throw e;
        } finally {
            starting.decrementAndGet();
        }
    }

    private void stop(Component component) {
        if (component.process().filter(process -> process.isAlive()).isEmpty()) {
            return;
        }
        var begin = System.nanoTime();
        progress.moved(component.name(), Progress.State.STOPPING, Duration.ZERO);
        component.stop();
        progress.moved(component.name(), Progress.State.STOPPED, since(begin));
    }

    /** What answered for a component may have been somebody else's program on the same port. */
    private void requireAllAlive() {
        parts.all().filter(component -> !isAlive(component.name())).findFirst().ifPresent(component -> {
            throw new IllegalStateException("%s ended while the others started; its log is %s"
                    .formatted(component.name(), folder.log(component.name())));
        });
    }

    private synchronized void setReady() {
        isReady = true;
        writeRunFile();
    }

    private synchronized void writeRunFile() {
        new RunFile(
                        ProcessIdentity.of(ProcessHandle.current()),
                        isReady,
                        addresses.url("notification-service"),
                        folder.path().toString(),
                        parts.entries())
                .write(folder.runFile());
    }

    /** Side by side: whoever killed their sandbox has done without an order. */
    private static void endLeftovers(SandboxFolder folder) {
        RunFile.read(folder.runFile())
                .ifPresent(old -> Parts.sideBySide(
                        old.components(), entry -> entry.identity().end(LEFTOVER)));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
