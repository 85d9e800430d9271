package io.github.throughline.plan.careplan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a plan. Its revision counts every change of it and is its entity tag. */
public sealed interface PlanVersion {

    /** Number within the plan, from 1. */
    int number();

    int revision();

    /**
     * Not signed: may still be changed.
     *
     * @param escalationId the escalation whose decision asked for it; null: none
     */
    record Draft(
            int number,
            int revision,
            PlanDraft terms,
            @Nullable UUID escalationId) implements PlanVersion {

        Draft changed(PlanDraft newTerms) {
            return new Draft(number, revision + 1, newTerms, escalationId);
        }

        /** Still untouched: the same terms wait, for the newer of two decisions. */
        Draft askedForBy(UUID newEscalationId) {
            return new Draft(number, revision, terms, newEscalationId);
        }

        /** Whether a decision opened it and nobody has worked on it since. */
        boolean waitsForSomebody() {
            return escalationId != null && revision == 1;
        }
    }

    /**
     * Signed: its content never changes, its state does.
     *
     * @param since event time since which it stands so, care time
     * @param changes number of published changes
     * @param escalationId the escalation whose decision asked for it; null: none
     */
    record Signed(
            int number,
            int revision,
            State state,
            Instant since,
            int changes,
            SignedContent content,
            @Nullable UUID escalationId)
            implements PlanVersion {

        Signed with(State newState, Instant at) {
            return new Signed(number, revision + 1, newState, at, changes + 1, content, escalationId);
        }

        /** It stands where it stood; what is due in its plan has changed. */
        Signed toldAgain() {
            return new Signed(number, revision, state, since, changes + 1, content, escalationId);
        }

        /** The version as it stood by an earlier movement of it. */
        Signed stoodAs(PlanMovement movement) {
            return new Signed(
                    number, revision, movement.state(), movement.since(), movement.change(), content, escalationId);
        }

        /** The instant, but never before the version stood as it stands: a client's clock may have been ahead of ours. */
        Instant notBefore(Instant at) {
            return at.isBefore(since) ? since : at;
        }

        boolean isCurrent() {
            return state == State.IN_FORCE || state == State.PAUSED;
        }
    }

    /** Where a signed version stands. */
    enum State {
        IN_FORCE,
        PAUSED,
        SUPERSEDED,
        COMPLETED,
        STOPPED
    }
}
