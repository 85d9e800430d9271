package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.PlanVersion.Signed;

/** What happened to a signed version. Drafts are nobody else's business. */
public sealed interface CarePlanEvent {

    /** The version as it stands after it. */
    Signed version();

    /** A physician signed it: it is in force. */
    record PlanSigned(Signed version) implements CarePlanEvent {}

    /** A newer version took its place. */
    record PlanSuperseded(Signed version) implements CarePlanEvent {}

    /** It rests: no new stalls are looked for. */
    record PlanPaused(Signed version) implements CarePlanEvent {}

    /** It goes on. */
    record PlanResumed(Signed version) implements CarePlanEvent {}

    /** Its course is run. */
    record PlanCompleted(Signed version) implements CarePlanEvent {}

    /** It stands where it stood; what is due in its plan has changed. */
    record PlanFollowedUp(Signed version) implements CarePlanEvent {}

    /** It ended early, or its episode did. */
    record PlanStopped(Signed version) implements CarePlanEvent {}
}
