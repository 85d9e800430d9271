package io.github.throughline.stall.detection;

/** The rules, each a pattern that a clinician should see. */
public enum Rule {
    PLATEAU("plateau", 1),
    REGRESSION("regression", 1),
    MISSED_CHECKINS("missed-checkins", 1),
    SAFETY_ANSWER("safety-answer", 1);

    private final String id;
    private final int version;

    Rule(String id, int version) {
        this.id = id;
        this.version = version;
    }

    /** Stable id. */
    public String id() {
        return id;
    }

    /** Changes with anything that changes what the rule finds. */
    public int version() {
        return version;
    }
}
