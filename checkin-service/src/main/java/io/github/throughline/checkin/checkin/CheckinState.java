package io.github.throughline.checkin.checkin;

/** Where a check-in stands. */
public enum CheckinState {
    OPENED("open"),
    /** The window has ended unanswered; grace runs. */
    REPORT_DUE("report-due"),
    MISSED("missed"),
    /** Every measure due has a reading that was observed in the window; a submission may still add to it. */
    ANSWERED("submitted"),
    /** The same, known only after it had counted as missed. */
    ANSWERED_LATE("submitted-late"),
    SUBMITTED("submitted"),
    SUBMITTED_LATE("submitted-late"),
    /** No answer is expected any more: the plan was paused, ended or changed. */
    WITHDRAWN("withdrawn"),
    /** A week without a window. */
    PASSED("passed");

    private final String word;

    CheckinState(String word) {
        this.word = word;
    }

    /** How callers read it. */
    public String word() {
        return word;
    }

    public boolean isOpen() {
        return this == OPENED || this == REPORT_DUE;
    }

    public boolean isSubmitted() {
        return this == SUBMITTED || this == SUBMITTED_LATE;
    }

    /** Whether a reading can still answer it. */
    public boolean isUnanswered() {
        return isOpen() || this == MISSED;
    }

    /** Whether an answer comes after it had counted as missed. */
    public boolean isLate() {
        return this == MISSED || this == ANSWERED_LATE;
    }
}
