package io.github.throughline.notification.routing;

import io.github.throughline.notification.escalation.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an open escalation that nobody has decided on stands in its policy.
 *
 * @param policyVersion by which it goes on to the end
 * @param begunAt care time at which its route was chosen
 * @param round 1, and one more each time that it was opened again or got worse
 * @param step that was taken last, from 0
 * @param acknowledged whether somebody holds it
 * @param dueAt care time of the next step, or of being opened again; null: nothing is to come
 */
record Pursuit(
        UUID escalationId,
        UUID episodeId,
        int policyVersion,
        Severity severity,
        Instant begunAt,
        int round,
        int step,
        boolean acknowledged,
        @Nullable Instant dueAt) {

    /** Begins with the first step, which is taken with the notice of the escalation itself. */
    static Pursuit begin(
            UUID escalationId, UUID episodeId, int policyVersion, Severity severity, Route route, Instant at) {
        return new Pursuit(escalationId, episodeId, policyVersion, severity, at, 1, 0, false, afterStep(route, 0, at));
    }

    boolean isDue(Instant careNow) {
        return dueAt != null && !dueAt.isAfter(careNow);
    }

    /** When the step after one is due; null: there is none. */
    private static @Nullable Instant afterStep(Route route, int step, Instant at) {
        if (step + 1 < route.steps().size()) {
            return at.plus(route.steps().get(step + 1).after());
        }
        return route.repeatEvery() == null ? null : at.plus(route.repeatEvery());
    }

    /** The next step, or the last one again. */
    Pursuit stepped(Route route, Instant at) {
        int next = Math.min(step + 1, route.steps().size() - 1);
        int nextRound = next == step ? round + 1 : round;
        return new Pursuit(
                escalationId,
                episodeId,
                policyVersion,
                severity,
                begunAt,
                nextRound,
                next,
                false,
                afterStep(route, next, at));
    }

    /** Somebody holds it: from now on it waits for a decision. */
    Pursuit held(Route route, Instant at) {
        return new Pursuit(
                escalationId,
                episodeId,
                policyVersion,
                severity,
                begunAt,
                round,
                step,
                true,
                route.undecidedAfter() == null ? null : at.plus(route.undecidedAfter()));
    }

    /** From its first step on once more: nobody decided, or it got worse. */
    Pursuit again(Severity now, Route route, Instant begun, Instant at) {
        return new Pursuit(
                escalationId, episodeId, policyVersion, now, begun, round + 1, 0, false, afterStep(route, 0, at));
    }
}
