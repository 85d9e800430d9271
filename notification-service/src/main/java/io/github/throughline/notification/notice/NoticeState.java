package io.github.throughline.notification.notice;

/** Where a notice stands. */
public enum NoticeState {
    /** Until the coordinator acknowledges, or the program's delay is over. */
    WAITING,
    /** On its way inside the message of another one, and ends with it. */
    BUNDLED,
    /** On its way: tried until it ends. */
    PENDING,
    DELIVERED,
    /** Not to be told, for a reason: no consent, overtaken. */
    SUPPRESSED,
    /** Could not be told; the next channel takes over. */
    FAILED
}
