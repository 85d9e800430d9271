package io.github.throughline.sandbox.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Hears how the start and the end of the sandbox go on. */
@FunctionalInterface
public interface Progress {

    /** Where a component stands. */
    enum State {
        STARTING,
        READY,
        FAILED,
        STOPPING,
        STOPPED
    }

    /**
     * A component went on.
     *
     * @param component its name
     * @param state where it stands now
     * @param since how long that took, from the beginning of its start or end
     */
    void moved(String component, State state, Duration since);

    /** Tells nobody. */
    static Progress silent() {
        return (component, state, since) -> {};
    }

    /** One line for each step that is over: component, state, seconds. */
    static Progress printedTo(PrintStream out) {
        return (component, state, since) -> {
            if (state != State.STARTING && state != State.STOPPING) {
                out.printf(
                        "  %-22s %-8s %5.1f s%n",
                        component, state.name().toLowerCase(Locale.ROOT), since.toMillis() / 1000.0);
                out.flush();
            }
        };
    }
}
