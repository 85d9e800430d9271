package io.github.throughline.checkin.schedule;

import java.time.Instant;

/** How far the partners' topics have been taken in, told in care time. */
public interface PartnerProgress {

    /** Everything that partners had sent when care time stood here has been taken in. */
    Instant reached();

    /** Looks whether care time now has been reached, which may take a moment; answers what has been reached. */
    Instant reach(Instant careNow);
}
