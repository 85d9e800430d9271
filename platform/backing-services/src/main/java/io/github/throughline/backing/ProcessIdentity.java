package io.github.throughline.backing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process beyond doubt: systems give the same pid to another process later, but never with the same start.
 *
 * @param pid the system's process id
 * @param startedAt when the process started, as the system says
 */
public record ProcessIdentity(long pid, Instant startedAt) {

    /** Systems derive the start from the boot time, which moves a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(20);

    /** The identity of a living process. */
    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    /** The process, if it is still the same one and alive. */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    /** Ends the process if it is still the same one: asks first, and insists after the patience is used up. */
    public void end(Duration patience) {
        alive().ifPresent(process -> {
            process.destroy();
            if (!awaitExit(process, patience)) {
                process.destroyForcibly();
                awaitExit(process, patience);
            }
        });
    }

    private boolean isSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    /** By looking: the futures of {@link ProcessHandle#onExit()} wait for a pool that their caller may be blocking. */
    private static boolean awaitExit(ProcessHandle process, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
