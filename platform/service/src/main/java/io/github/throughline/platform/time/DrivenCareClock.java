package io.github.throughline.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Care time that somebody sets: it stands where it was set, or runs on from there at the normal pace. Sandbox only. */
final class DrivenCareClock implements CareClock {

    private record Setting(Instant careTime, Instant machineTime, boolean running) {}

    private final InstantSource machine;
    private volatile Setting setting;

    DrivenCareClock(InstantSource machine, Instant start, boolean running) {
        this.machine = machine;
        this.setting = new Setting(start, machine.instant(), running);
    }

    void set(Instant careTime, boolean running) {
        setting = new Setting(careTime, machine.instant(), running);
    }

    @Override
    public Instant now() {
        Setting s = setting;
        Instant now = s.running ? s.careTime.plus(Duration.between(s.machineTime, machine.instant())) : s.careTime;
        return now.truncatedTo(ChronoUnit.MILLIS);
    }
}
