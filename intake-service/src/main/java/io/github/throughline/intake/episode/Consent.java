package io.github.throughline.intake.episode;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The patient's permission that one member receives one category.
 *
 * @param member reference of the member
 * @param from first instant at which it holds, care time
 * @param until first instant at which it no longer holds, care time; null: until withdrawn
 */
public record Consent(
        String member,
        Category category,
        Instant from,
        @Nullable Instant until) {

    /** What may be received. */
    public enum Category {
        ESCALATIONS,
        PLAN,
        OUTCOMES
    }

    boolean covers(String reference, Category what, Instant at) {
        return member.equals(reference)
                && category == what
                && !at.isBefore(from)
                && (until == null || at.isBefore(until));
    }

    /** Whether it permits nothing that the other does not permit too. */
    boolean isWithin(Consent other) {
        return other.member.equals(member)
                && other.category == category
                && !from.isBefore(other.from)
                && (other.until == null || (until != null && !until.isAfter(other.until)));
    }

    boolean endsBeforeItBegins() {
        return until != null && !until.isAfter(from);
    }
}
