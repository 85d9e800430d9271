package io.github.throughline.stall.detection;

/** The rules, each a pattern that a clinician should see. */
public enum Rule {
    PLATEAU("plateau", 3),
    REGRESSION("regression", 3),
    MISSED_CHECKINS("missed-checkins", 1),
    SAFETY_ANSWER("safety-answer", 1),
    OFF_TRACK("off-track", 1),
    SIDE_EFFECT("side-effect", 1),
    ADHERENCE("adherence", 1);

    private final String id;
    private final int version;

    Rule(String id, int version) {
        this.id = id;
        this.version = version;
    }

    /** Whether its subject is a measure. */
    boolean isAboutMeasure() {
        return this == PLATEAU || this == REGRESSION || this == OFF_TRACK;
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
