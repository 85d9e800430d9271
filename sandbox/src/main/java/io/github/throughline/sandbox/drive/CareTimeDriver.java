package io.github.throughline.sandbox.drive;

import io.github.throughline.sandbox.client.Crowd;
import io.github.throughline.sandbox.client.Endpoints;
import io.github.throughline.sandbox.watch.TopicTail;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moves care time: sets it in all services, and waits until what that set in motion has come to rest. */
public final class CareTimeDriver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(15);
    private static final Duration AFTER_SILENCE = Duration.ofMillis(100);
    private static final int LOOKS_BETWEEN_LESSONS = 40;

    private final CareTimes careTimes;
    private final ConsumerLag lag;
    private final TopicTail tail;
    private final Consumer<Optional<Instant>> standing;
    private final Crowd services = new Crowd();
    private volatile @Nullable Instant careTime;
    private boolean isLetGo;
    private int looks;

    /**
     * A driver of the system at these addresses.
     *
     * @param tail an onlooker that follows the topics
     * @param standing told where care time stands before it is moved there; empty: it runs
     */
    public CareTimeDriver(Endpoints endpoints, TopicTail tail, Consumer<Optional<Instant>> standing) {
        this.standing = standing;
        this.careTimes = new CareTimes(endpoints);
        this.lag = new ConsumerLag(endpoints);
        this.tail = tail;
    }

    /** Sets care time, which then stands still. */
    public synchronized void moveTo(Instant instant) {
        if (isLetGo) {
            throw new IllegalStateException("care time was let go");
        }
        careTime = instant;
        standing.accept(Optional.of(instant));
        everywhere(service -> careTimes.set(service, instant, false));
    }

    /** Lets care time go on at its normal pace from this moment of it; it is not driven again. */
    public synchronized void letRun(Instant from) {
        isLetGo = true;
        careTime = null;
        standing.accept(Optional.empty());
        everywhere(service -> careTimes.set(service, from, true));
    }

    /**
     * Waits until nothing waits anywhere: no outbox, no due row, no reader behind its topic.
     *
     * @throws NotQuiet with what still moves, when that takes too long
     */
    public void awaitQuiet() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        @Nullable Quietness earlier = null;
        while (true) {
            var now = look();
            if (earlier != null && now.confirms(earlier)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new NotQuiet(PATIENCE, now.describe());
            }
            if (!now.nothingWaits()) {
                pause(PAUSE);
            }
            earlier = now;
        }
    }

    /** The services first: what leaves an outbox after we looked into it shows at the end of its topic. */
    private Quietness look() {
        var states = new ConcurrentHashMap<String, ServiceState>();
        var silent = new ConcurrentHashMap<String, String>();
        services.each(CareTimes.SERVICES, service -> ask(service, states, silent));
        return new Quietness(states, silent, lag());
    }

    private void ask(String service, Map<String, ServiceState> states, Map<String, String> silent) {
        try {
            var state = careTimes.state(service);
            // A service that was restarted does not know what time the others have.
            var wanted = careTime;
            if (wanted != null && !state.now().equals(wanted)) {
                state = careTimes.set(service, wanted, false);
            }
            states.put(service, state);
        } catch (IOException e) {
            silent.put(service, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            silent.put(service, "interrupted");
        }
    }

    private ConsumerLag.Lag lag() {
        try {
            if (looks++ % LOOKS_BETWEEN_LESSONS == 0 || !lag.unreadTopics().isEmpty()) {
                lag.learnSubscriptions();
            }
            return lag.measure(tail.progress());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What is done with one service. */
    private interface Asking {
        ServiceState ask(String service) throws IOException, InterruptedException;
    }

    private void everywhere(Asking asking) {
        services.each(CareTimes.SERVICES, service -> untilAnswered(service, asking));
    }

    private static void untilAnswered(String service, Asking asking) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                asking.ask(service);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new NotQuiet(PATIENCE, service + " does not answer (" + e.getMessage() + ")");
                }
                pause(AFTER_SILENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        lag.close();
    }
}
