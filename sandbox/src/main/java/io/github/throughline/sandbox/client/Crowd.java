package io.github.throughline.sandbox.client;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Many people doing things at the same time, though not more at once than a small machine bears. */
public final class Crowd {

    private static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Does something for each, side by side, and waits for all.
     *
     * @throws RuntimeException the first failure, after all have ended
     */
    public <T> void each(Collection<? extends T> all, Consumer<? super T> what) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = all.stream()
                    .<Future<?>>map(one -> threads.submit(() -> inPlace(() -> what.accept(one))))
                    .toList();
            running.forEach(Crowd::await);
        }
    }

    private void inPlace(Runnable what) {
        places.acquireUninterruptibly();
        try {
            what.run();
        } finally {
            places.release();
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
