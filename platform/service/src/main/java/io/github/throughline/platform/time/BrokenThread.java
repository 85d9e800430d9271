package io.github.throughline.platform.time;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;

/** A thread of work has ended that was to go on for ever: liveness says so. */
public final class BrokenThread {

    private static final Logger LOGGER = LoggerFactory.getLogger(BrokenThread.class);

    private BrokenThread() {}

    public static void tell(Thread thread, Throwable error, ApplicationEventPublisher events) {
        LOGGER.atError()
                .addKeyValue("thread", thread.getName())
                .addKeyValue("error", error.getClass().getName())
                .log("a thread has ended that must not");
        AvailabilityChangeEvent.publish(events, thread, LivenessState.BROKEN);
    }
}
