package io.github.throughline.notification.notice;

import java.util.Set;
import java.util.UUID;

/**
 * The routing policy brings in somebody because nobody answered; published inside the transaction that does it.
 *
 * @param round how often the policy has begun anew
 * @param step from 0
 * @param kind UNACKNOWLEDGED or UNDECIDED
 * @param people references of whom it tells
 */
public record StepTaken(UUID escalationId, int round, int step, NoticeKind kind, Set<String> people) {

    public StepTaken {
        people = Set.copyOf(people);
    }
}
