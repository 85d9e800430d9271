package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.ChildProcess;
import java.time.Duration;
import java.util.Map;

/** What an operator runs where a release can not read the detector's state, while the detector does not run. */
public final class RebuildJob {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private RebuildJob() {}

    /** Fails with the end of its log. */
    public static void run(RunningStack running) {
        var own = Map.<String, Object>of("spring.profiles.active", "rebuild");
        ChildProcess.run(DetectorLaunch.of(running, "rebuild", "rebuild", own), PATIENCE);
    }
}
