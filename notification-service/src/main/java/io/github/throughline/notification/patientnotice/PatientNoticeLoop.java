package io.github.throughline.notification.patientnotice;

import io.github.throughline.notification.patientnotice.PatientNotice.State;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.time.DueWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes due notices in machine time, a few at once, and settles what became of them. No transaction is open meanwhile. */
@Component
class PatientNoticeLoop implements SmartLifecycle, DueWork {

    private static final Logger LOGGER = LoggerFactory.getLogger(PatientNoticeLoop.class);
    private static final int AT_ONCE = 16;

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Shorter than the lease: a try that is broken off is not under way any more when another one begins. */
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final PatientNotices notices;
    private final PatientNoticeSending sending;
    private final PatientNoticeSettings settings;
    private final CareClock clock;
    private final InstantSource machine;
    private final MeterRegistry metrics;
    private volatile @Nullable Thread thread;

    PatientNoticeLoop(
            PatientNotices notices,
            PatientNoticeSending sending,
            PatientNoticeSettings settings,
            CareClock clock,
            InstantSource machine,
            MeterRegistry metrics) {
        this.notices = notices;
        this.sending = sending;
        this.settings = settings;
        this.clock = clock;
        this.machine = machine;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("patient-notices").daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try (ExecutorService tries = Executors.newVirtualThreadPerTaskExecutor()) {
            while (thread == Thread.currentThread()) {
                if (tryDue(tries) < AT_ONCE) {
                    Thread.sleep(settings.pollInterval());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int tryDue(ExecutorService tries) throws InterruptedException {
        try {
            Instant now = machine.instant();
            List<PatientNotice> claimed = notices.claim(now, now.plus(LEASE), AT_ONCE);
            List<Callable<Boolean>> attempts = claimed.stream()
                    .<Callable<Boolean>>map(notice -> () -> attempt(notice))
                    .toList();
            tries.invokeAll(attempts, DEADLINE.toSeconds(), TimeUnit.SECONDS);
            return claimed.size();
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .addKeyValue("error", e.getClass().getName())
                    .log("notices to patients can not be read, going on");
            return 0;
        }
    }

    private boolean attempt(PatientNotice notice) {
        try {
            Optional<State> end = notice.isExpired(clock.now(), machine.instant())
                    ? Optional.of(State.EXPIRED)
                    : sending.attempt(notice);
            end.ifPresentOrElse(
                    state -> notices.settle(notice.id(), state),
                    () -> notices.putOff(notice.id(), machine.instant().plus(settings.waitAfter(notice.tries()))));
            count(notice, end.map(Enum::name).orElse("RETRIED"));
            return end.isPresent();
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .addKeyValue("noticeId", notice.id())
                    .addKeyValue("error", e.getClass().getName())
                    .log("a notice to a patient failed, will be tried again");
            return false;
        }
    }

    private void count(PatientNotice notice, String state) {
        metrics.counter(
                        "throughline.patient.notices",
                        "kind",
                        notice.kind().name().toLowerCase(Locale.ROOT),
                        "state",
                        state.toLowerCase(Locale.ROOT))
                .increment();
    }

    @Override
    public String name() {
        return "patient-notices";
    }

    /** The loop takes them, in machine time, not this. */
    @Override
    public int take(Instant careNow, int limit) {
        return 0;
    }

    @Override
    public long due(Instant careNow) {
        return notices.countDue(machine.instant());
    }
}
