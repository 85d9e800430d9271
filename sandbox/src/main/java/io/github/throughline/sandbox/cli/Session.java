package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.client.Clients;
import io.github.throughline.sandbox.client.Endpoints;
import io.github.throughline.sandbox.drive.CareTimeDriver;
import io.github.throughline.sandbox.identity.IdentityClient;
import io.github.throughline.sandbox.report.Collecting;
import io.github.throughline.sandbox.report.Ledger;
import io.github.throughline.sandbox.simulation.Staff;
import io.github.throughline.sandbox.simulation.Staff.Coordinator;
import io.github.throughline.sandbox.sink.SinkClient;
import io.github.throughline.sandbox.stack.RunningStack;
import io.github.throughline.sandbox.stack.SandboxPartners;
import io.github.throughline.sandbox.stack.Stack;
import io.github.throughline.sandbox.watch.Fact;
import io.github.throughline.sandbox.watch.TopicTail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What a command needs to work with a running system. */
final class Session implements AutoCloseable {

    /** Name of the hook at which outside providers are told. */
    static final String HOOK = "family-practice";

    private final Clients clients;
    private final Ledger ledger = new Ledger();
    private final List<Consumer<Fact>> listeners = new CopyOnWriteArrayList<>();
    private final TopicTail tail;
    private final CareTimeDriver driver;
    private final IdentityClient identity;
    private final SinkClient sinks;

    /** With a sandbox of our own. */
    static Session with(Stack stack) {
        return new Session(
                stack.endpoints(),
                stack.identity(),
                stack.sinks(),
                standing -> stack.careTimeStandsAt(standing.orElse(null)));
    }

    /** With a sandbox that another process keeps running. */
    static Session with(RunningStack stack) {
        return new Session(stack.endpoints(), stack.identity(), stack.sinks(), standing -> {});
    }

    private Session(
            Endpoints endpoints, IdentityClient identity, SinkClient sinks, Consumer<Optional<Instant>> standing) {
        this.identity = identity;
        this.sinks = sinks;
        clients = new Clients(endpoints, identity::token);
        tail = TopicTail.follow(endpoints, this::see);
        driver = new CareTimeDriver(endpoints, tail, standing);
    }

    private void see(Fact fact) {
        ledger.seen(fact);
        listeners.forEach(listener -> listener.accept(fact));
    }

    /** Adds somebody who hears of every fact from now on. */
    void listen(Consumer<Fact> listener) {
        listeners.add(listener);
    }

    Clients clients() {
        return clients;
    }

    Ledger ledger() {
        return ledger;
    }

    CareTimeDriver driver() {
        return driver;
    }

    SinkClient sinks() {
        return sinks;
    }

    Collecting collecting() {
        return new Collecting(ledger, clients.escalations(), sinks);
    }

    /** The people of the sandbox; those with a password can sign in to the console. */
    Staff staff() {
        return new Staff(
                List.of(
                        new Coordinator("coordinator", "Casey Coordinator", "coordinator@sandbox.example"),
                        new Coordinator("coordinator-2", "Robin Coordinator", "coordinator-2@sandbox.example")),
                List.of("physician"),
                SandboxPartners.LAB,
                SandboxPartners.NETWORK,
                sinks.hookUrl(HOOK));
    }

    @Override
    public void close() {
        tail.close();
        driver.close();
        clients.close();
        sinks.close();
        identity.close();
    }
}
