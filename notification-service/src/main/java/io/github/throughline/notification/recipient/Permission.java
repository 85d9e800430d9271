package io.github.throughline.notification.recipient;

/** What intake-service says about telling somebody now. */
public sealed interface Permission {

    /** Reason of {@link Denied}: the patient's consent does not cover it. */
    String NO_CONSENT = "no-consent";

    /** The patient's consent covers it. */
    record Granted(Recipient recipient) implements Permission {}

    /** @param reason stable code: no-consent, not-in-care-team */
    record Denied(String reason) implements Permission {}

    /** An answer, but not to the question: we may not ask, or something else stands at that address. Asked a few times more. */
    record Refused(String reason) implements Permission {}

    /** No answer: nobody is told, and it is asked again. */
    record Unknown(String reason) implements Permission {}
}
