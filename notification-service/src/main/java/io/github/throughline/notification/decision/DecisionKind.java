package io.github.throughline.notification.decision;

/** What a clinician can answer. */
public enum DecisionKind {
    CONTINUE_AND_WATCH,
    ADJUST_PLAN,
    BRING_PHYSICIAN_BACK,
    ORDER_IMAGING,
    REFER,
    CONTACT_PATIENT
}
