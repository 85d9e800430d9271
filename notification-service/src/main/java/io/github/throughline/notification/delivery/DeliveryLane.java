package io.github.throughline.notification.delivery;

import io.github.throughline.notification.notice.Audience;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one audience's pending notices as soon as they are there, and by itself every poll interval. */
final class DeliveryLane {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryLane.class);

    private final Audience audience;
    private final JdbcDeliveries deliveries;
    private final DeliveryStage stage;
    private final DeliverySettings settings;
    private final InstantSource machine;
    private final Semaphore free;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;

    DeliveryLane(
            Audience audience,
            JdbcDeliveries deliveries,
            DeliveryStage stage,
            DeliverySettings settings,
            InstantSource machine) {
        this.audience = audience;
        this.deliveries = deliveries;
        this.stage = stage;
        this.settings = settings;
        this.machine = machine;
        this.free = new Semaphore(settings.atOnce());
    }

    /** Looks for pending notices at once. */
    void wake() {
        signal.release();
    }

    void start() {
        Thread started = Thread.ofPlatform()
                .name("deliveries-" + audience.name().toLowerCase(Locale.ROOT))
                .daemon()
                .unstarted(this::run);
        thread = started;
        started.start();
    }

    private void run() {
        try (ExecutorService tries = Executors.newVirtualThreadPerTaskExecutor()) {
            while (thread == Thread.currentThread()) {
                try {
                    deliverDue(tries);
                    if (signal.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                        signal.drainPermits();
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private void deliverDue(ExecutorService tries) throws InterruptedException {
        while (thread == Thread.currentThread()) {
            List<Delivery> claimed = claim();
            claimed.forEach(delivery -> tries.execute(() -> attempt(delivery)));
            if (claimed.isEmpty()) {
                return;
            }
        }
    }

    /** Takes no more than can be tried at once; their permits are given back as they are done. */
    private List<Delivery> claim() throws InterruptedException {
        free.acquire();
        int permits = 1 + free.drainPermits();
        int claimed = 0;
        try {
            Instant now = machine.instant();
            List<Delivery> due = deliveries.claim(
                    audience, now, now.plus(settings.lease()), permits, settings.perRecipient(audience));
            claimed = due.size();
            return due;
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .addKeyValue("error", e.getClass().getName())
                    .log("pending notices can not be read, going on");
            return List.of();
        } finally {
            free.release(permits - claimed);
        }
    }

    private void attempt(Delivery delivery) {
        try {
            stage.attempt(delivery);
        } catch (RuntimeException e) {
            LOGGER.atError()
                    .addKeyValue("noticeId", delivery.id())
                    .addKeyValue("error", e.getClass().getName())
                    .log("try of a notice broke off, its lease runs out");
        } finally {
            free.release();
            signal.release();
        }
    }

    /** Takes nothing more. @return who finishes what is under way; null: nobody */
    @Nullable
    Thread stop() {
        Thread running = thread;
        thread = null;
        signal.release();
        return running;
    }
}
