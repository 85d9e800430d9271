package io.github.throughline.notification.escalation;

import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The escalations that this service has heard of. What a caller may see is joined with the caller's relation to the patient. */
public interface Escalations {

    /** Whose escalations are listed. */
    enum Whose {
        /** Of episodes that the caller coordinates; for everybody else of episodes that they care for. */
        MINE,
        /** Of every episode that the caller is related to. */
        ALL
    }

    /** Which of them are listed. */
    enum Listed {
        OPEN,
        ENDED
    }

    /**
     * What is listed.
     *
     * @param severity only of that; null: all
     * @param rule only of that kind, by its id; null: all
     * @param unheld only those that nobody holds
     */
    record Selection(
            Whose whose,
            Listed listed,
            @Nullable Severity severity,
            @Nullable String rule,
            boolean unheld) {

        public static Selection of(Whose whose, Listed listed) {
            return new Selection(whose, listed, null, null, false);
        }

        /** Whether something is left out of it. */
        public boolean isNarrow() {
            return severity != null || rule != null || unheld;
        }
    }

    /** A part of a list: at most so many lines, from that one on, counted from 0. */
    record Part(int from, int limit) {}

    /** How long a whole list is, and on how many of its lines nobody holds what is open. */
    record Size(long all, long waiting) {}

    /** @throws EscalationNotFound when there is none, or the caller is not related to its patient */
    HeldEscalation seenBy(Caller caller, UUID escalationId);

    /** Worst first, then what nobody holds, then newest; ended ones newest first. */
    List<HeldEscalation> listedFor(Caller caller, Selection selection, Part part);

    Size sizeFor(Caller caller, Selection selection);

    /** The open ones of an episode, in an order in which whoever locks them all waits for nobody who does the same. */
    List<UUID> openOf(UUID episodeId);

    /** For work without a caller, such as a delivery. */
    Optional<HeldEscalation> find(UUID escalationId);

    /** The same, changed by nobody else until the transaction ends. */
    Optional<HeldEscalation> locked(UUID escalationId);

    /** Nobody holds it any more: it must be acknowledged again. */
    void release(UUID escalationId);
}
