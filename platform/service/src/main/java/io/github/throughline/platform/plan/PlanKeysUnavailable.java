package io.github.throughline.platform.plan;

import io.github.throughline.platform.messaging.RecoverableFailure;

/** The keys that sign plans could not be asked for. No fault of the plan: it is read again. */
public final class PlanKeysUnavailable extends RecoverableFailure {

    PlanKeysUnavailable(Throwable cause) {
        super("throughline.plan-keys can not be read");
        initCause(cause);
    }
}
