package io.github.throughline.platform.time;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does due work a few times a second, each batch in a transaction of its own, until nothing is due. An error that ends the
 * thread ends the service's life, so that whoever runs it starts it anew.
 */
final class DueWorkRunner implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(DueWorkRunner.class);
    private static final int BATCH = 50;

    private final List<DueWork> works;
    private final Resting<DueWork> resting = new Resting<>();
    private final CareClock clock;
    private final TransactionTemplate transaction;
    private final Duration interval;
    private final MeterRegistry metrics;
    private final ApplicationEventPublisher events;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile @Nullable Thread thread;

    DueWorkRunner(
            List<DueWork> works,
            CareClock clock,
            TransactionTemplate transaction,
            Duration interval,
            MeterRegistry metrics,
            ApplicationEventPublisher events) {
        this.works = List.copyOf(works);
        this.clock = clock;
        this.transaction = transaction;
        this.interval = interval;
        this.metrics = metrics;
        this.events = events;
    }

    /** Looks for due work at once, without waiting for the interval. */
    void wake() {
        wakeUp.release();
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform()
                .name("due-work")
                .daemon()
                .uncaughtExceptionHandler((thread, error) -> BrokenThread.tell(thread, error, events))
                .unstarted(this::run);
        thread = started;
        started.start();
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            works.forEach(this::drain);
            try {
                if (wakeUp.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * A failed batch is tried again row by row, so that one bad row does not hold up those before it. Work whose next row
     * alone fails is left for a while: those behind it are the work's own to get at, see {@link DueWork#take}.
     */
    private void drain(DueWork work) {
        int limit = BATCH;
        while (thread == Thread.currentThread() && !resting.isResting(work)) {
            try {
                if (take(work, limit) < limit) {
                    resting.succeeded(work);
                    return;
                }
            } catch (RuntimeException e) {
                tell(work, e);
                if (limit == 1) {
                    resting.failed(work);
                }
                limit = 1;
            }
        }
    }

    private void tell(DueWork work, RuntimeException error) {
        metrics.counter("throughline.due.work.failures", "work", work.name()).increment();
        LOGGER.atError()
                .addKeyValue("work", work.name())
                .addKeyValue("error", error.getClass().getName())
                .log("due work failed");
    }

    private int take(DueWork work, int limit) {
        Instant careNow = clock.now();
        work.prepare(careNow);
        Integer done = transaction.execute(status -> work.take(careNow, limit));
        return done == null ? 0 : done;
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            wake();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
