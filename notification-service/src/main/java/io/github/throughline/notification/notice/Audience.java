package io.github.throughline.notification.notice;

/** In which part somebody is told. */
public enum Audience {
    /** Told at once, of every version, consent or not: the coordinator holds the through-line. */
    COORDINATOR,
    /** Told by a step of the routing policy, when nobody answered: of the clinic, so consent or not. */
    STAFF,
    /** Told after the coordinator, as far as the patient consents. */
    PROVIDER;

    /** Whether they are of the clinic: reached over its own mail, and shown the console. */
    public boolean isOfTheClinic() {
        return this != PROVIDER;
    }
}
