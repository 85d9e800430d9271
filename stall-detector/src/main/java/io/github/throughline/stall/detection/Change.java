package io.github.throughline.stall.detection;

/** Something to publish: the difference from what was published before. */
public sealed interface Change {

    /**
     * @param version change number of the escalation: 1, 2, 3 ...
     */
    record EscalationChanged(Escalation escalation, State state, int version) implements Change {}

    /**
     * @param measure id of the measure
     * @param version change number of the measure's verdict: 1, 2, 3 ...
     */
    record VerdictChanged(String measure, Verdict verdict, int version) implements Change {}

    /** Where an escalation stands. */
    enum State {
        RAISED,
        UPDATED,
        RESOLVED,
        WITHDRAWN
    }
}
