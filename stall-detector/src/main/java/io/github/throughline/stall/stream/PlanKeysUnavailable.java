package io.github.throughline.stall.stream;

/** The keys that sign plans could not be asked for. No fault of the plan: it is read again. */
final class PlanKeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlanKeysUnavailable(Throwable cause) {
        super("throughline.plan-keys can not be read", cause);
    }
}
