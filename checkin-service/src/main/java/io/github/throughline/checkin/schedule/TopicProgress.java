package io.github.throughline.checkin.schedule;

import java.time.Instant;

/**
 * How far the topics have been taken in on which it can stand that a check-in was not missed: partners' outcomes, and
 * episodes and plans that pause or end. Told in care time.
 */
public interface TopicProgress {

    /** Everything that stood on the topics when care time stood here has been taken in. */
    Instant reached();

    /** Looks whether care time now has been reached, which may take a moment; answers what has been reached. */
    Instant reach(Instant careNow);
}
