package io.github.throughline.checkin.plan;

import io.github.throughline.platform.messaging.UnusableRecord;

/** A plan version whose signature does not hold: nothing of it is believed. */
final class UntrustedPlan extends UnusableRecord {

    /** @param reason stable code of the check */
    UntrustedPlan(String reason) {
        super("plan version not trusted: " + reason);
    }
}
