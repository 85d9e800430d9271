package io.github.throughline.notification.notice;

import java.time.Instant;

/** When people of the clinic are not told of what can wait. */
public interface QuietTimes {

    /** Care time from which somebody is told of something that comes now. */
    Instant tellableFrom(String person, Instant careNow);
}
