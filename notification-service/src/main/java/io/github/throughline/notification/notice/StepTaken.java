package io.github.throughline.notification.notice;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The routing policy brings in somebody because nobody answered; published inside the transaction that does it.
 *
 * @param begunAt care time at which the policy began with the escalation as it was raised last
 * @param round how often it has begun anew since
 * @param step from 0
 * @param kind UNACKNOWLEDGED or UNDECIDED
 * @param people references of whom it tells
 */
public record StepTaken(UUID escalationId, Instant begunAt, int round, int step, NoticeKind kind, Set<String> people) {

    public StepTaken {
        people = Set.copyOf(people);
    }
}
