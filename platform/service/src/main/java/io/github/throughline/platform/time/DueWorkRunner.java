package io.github.throughline.platform.time;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/** Does due work a few times a second, each batch in a transaction of its own, until nothing is due. */
final class DueWorkRunner implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(DueWorkRunner.class);
    private static final int BATCH = 50;

    private final List<Paced> works;
    private final CareClock clock;
    private final TransactionTemplate transaction;
    private final Duration interval;
    private final MeterRegistry metrics;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile @Nullable Thread thread;

    DueWorkRunner(
            List<DueWork> works,
            CareClock clock,
            TransactionTemplate transaction,
            Duration interval,
            MeterRegistry metrics) {
        this.works = works.stream().map(Paced::new).toList();
        this.clock = clock;
        this.transaction = transaction;
        this.interval = interval;
        this.metrics = metrics;
    }

    /** Looks for due work at once, without waiting for the interval. */
    void wake() {
        wakeUp.release();
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("due-work").daemon().unstarted(this::run);
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
    private void drain(Paced paced) {
        int limit = BATCH;
        while (thread == Thread.currentThread() && paced.mayRun()) {
            try {
                if (take(paced.work, limit) < limit) {
                    paced.succeeded();
                    return;
                }
            } catch (RuntimeException e) {
                tell(paced.work, e);
                if (limit == 1) {
                    paced.failed();
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
        Integer done = transaction.execute(status -> work.take(clock.now(), limit));
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

    /** A work, and until when it is left alone after it failed; touched by the runner's thread alone. */
    private static final class Paced {

        private static final Duration LONGEST = Duration.ofSeconds(30);

        final DueWork work;
        private int failures;
        private long restsUntilNanos = System.nanoTime();

        Paced(DueWork work) {
            this.work = work;
        }

        boolean mayRun() {
            return System.nanoTime() - restsUntilNanos >= 0;
        }

        void succeeded() {
            failures = 0;
        }

        void failed() {
            failures++;
            long seconds = Math.min(LONGEST.toSeconds(), 1L << Math.min(failures - 1, 5));
            restsUntilNanos = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        }
    }
}
