package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.drive.CareTimeDriver;
import java.time.Instant;

/** Care time of a sandbox that stays: however the command ends that drives it, it goes on from now at its normal pace. */
final class DrivenTime implements AutoCloseable {

    private final CareTimeDriver driver;
    private final Thread atExit = new Thread(this::goOn, "care time goes on");

    DrivenTime(CareTimeDriver driver) {
        this.driver = driver;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public void close() {
        if (isOurs()) {
            goOn();
        }
    }

    /** Not so when the program ends already and the hook does it. */
    private boolean isOurs() {
        try {
            return Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void goOn() {
        driver.letRun(Instant.now());
    }
}
