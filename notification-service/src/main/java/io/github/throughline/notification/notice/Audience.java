package io.github.throughline.notification.notice;

/** In which part somebody is told. */
public enum Audience {
    /** Told at once, of every version, consent or not: the coordinator holds the through-line. */
    COORDINATOR,
    /** Told after the coordinator, as far as the patient consents. */
    PROVIDER
}
