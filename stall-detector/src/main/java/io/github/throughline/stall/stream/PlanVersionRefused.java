package io.github.throughline.stall.stream;

/** A plan version that may not come into force; its bytes go to the dead letters. */
public final class PlanVersionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason stable code */
    PlanVersionRefused(String reason) {
        super(reason);
    }
}
