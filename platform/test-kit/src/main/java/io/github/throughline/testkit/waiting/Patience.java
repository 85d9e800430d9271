package io.github.throughline.testkit.waiting;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Sets how long {@code await()} waits where a test does not say: on a busy machine, joining a consumer group alone can
 * take longer than Awaitility's own ten seconds. JUnit finds it by itself, before the first test.
 */
public final class Patience implements LauncherSessionListener {

    static final Duration USUAL = Duration.ofSeconds(60);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(USUAL);
    }
}
