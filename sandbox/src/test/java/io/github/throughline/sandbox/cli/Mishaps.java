package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills services by force between what people do, and starts them again; in the middle of it {@link Load} is the test. */
final class Mishaps {

    /** How far care time goes on before the blow falls: into the middle of what people do. */
    private static final Duration INTO_THE_STEP = Duration.ofMillis(25);

    private record Plan(int day, String component) {}

    private final Stack stack;
    private final Instant start;
    private final Deque<Plan> plans = new ArrayDeque<>(List.of(
            new Plan(8, "stall-detector"),
            new Plan(29, "checkin-service"),
            new Plan(64, "checkin-service"),
            new Plan(64, "stall-detector")));
    private final List<Thread> happening = new ArrayList<>();
    private final AtomicInteger survived = new AtomicInteger();

    Mishaps(Stack stack, Instant start) {
        this.stack = stack;
        this.start = start;
    }

    /** Called after each step of care time. */
    void after(Instant now) {
        while (!plans.isEmpty()
                && !now.isBefore(start.plus(Duration.ofDays(plans.element().day())))) {
            var component = plans.remove().component();
            happening.add(Thread.ofVirtual().start(() -> killAndRestart(component)));
        }
    }

    private void killAndRestart(String component) {
        try {
            Thread.sleep(INTO_THE_STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        stack.kill(component);
        stack.restart(component);
        survived.incrementAndGet();
    }

    void awaitAll() throws InterruptedException {
        for (var mishap : happening) {
            mishap.join();
        }
    }

    int count() {
        return survived.get();
    }
}
