package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.BackingService;
import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.ReadyCheck;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One process of the sandbox. */
sealed interface Component {

    String name();

    /** What listens where, by what it is for. */
    Map<String, Integer> ports();

    /** Where people and clients find it. */
    String url();

    /** Starts it and waits until it is ready. */
    void start();

    /** Ends it in order; nothing happens when it does not run. */
    void stop();

    /** Its process, if it was ever started. */
    Optional<ChildProcess> process();

    /** A broker, a database or a registry. */
    record Backing(BackingService service, String url, Map<String, Integer> ports) implements Component {

        @Override
        public String name() {
            return service.name();
        }

        @Override
        public void start() {
            service.start();
        }

        @Override
        public void stop() {
            if (service.wasStarted()) {
                service.stop();
            }
        }

        @Override
        public Optional<ChildProcess> process() {
            return service.wasStarted() ? Optional.of(service.process()) : Optional.empty();
        }
    }

    /**
     * A Java program.
     *
     * @param name what people call it
     * @param launch how it is started; asked at each start
     * @param ready tells when it can do its work
     * @param running the process, once there is one
     */
    record Program(
            String name,
            Supplier<ChildProcess.Launch> launch,
            String url,
            Map<String, Integer> ports,
            ReadyCheck ready,
            AtomicReference<ChildProcess> running)
            implements Component {

        private static final Duration START = Duration.ofSeconds(180);
        /** At its first end a program also writes down its classes, see {@link ChildProcess#keepingClassesIn}. */
        private static final Duration STOP = Duration.ofSeconds(60);

        @Override
        public void start() {
            var process = ChildProcess.start(launch.get());
            running.set(process);
            process.awaitReady(ready, START);
        }

        @Override
        public void stop() {
            process().ifPresent(process -> process.stop(STOP));
        }

        @Override
        public Optional<ChildProcess> process() {
            return Optional.ofNullable(running.get());
        }
    }
}
