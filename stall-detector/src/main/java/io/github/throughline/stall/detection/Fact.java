package io.github.throughline.stall.detection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that happened in an episode. Facts are folded in the order of {@link #ORDER}, whatever the order of their arrival. */
public sealed interface Fact {

    /**
     * By event time. At one instant: the first plan, readings, check-ins, decisions, later plan versions; a plan that is
     * changed at the instant of a reading does not judge it.
     */
    Comparator<Fact> ORDER = Comparator.comparing(Fact::at)
            .thenComparing(Fact::rank)
            .thenComparing(Fact::aggregate)
            .thenComparing(Fact::version)
            .thenComparing(Fact::eventId);

    /** The event that brought it. */
    UUID eventId();

    /** Event time by which it is folded. */
    Instant at();

    /** The aggregate that it speaks of. */
    UUID aggregate();

    /** Change number of the aggregate. */
    int version();

    /** Event time that its arrival shows to have been reached: the episode's now is the latest of these. */
    default Instant occurredAt() {
        return at();
    }

    /** Place among facts of one instant. */
    int rank();

    /** Whether the two say the same of the same thing, so that only one of them counts. */
    default boolean isOneWith(Fact other) {
        return false;
    }

    /** The same, knowing another that is one with it. */
    default Fact knowing(Fact other) {
        return this;
    }

    /** Whether of two that are one this one counts: the later change. Where a source sent both as one change, either. */
    default boolean outranks(Fact other) {
        return version() != other.version()
                ? version() > other.version()
                : eventId().compareTo(other.eventId()) > 0;
    }

    /** Where a plan version stands. */
    enum PlanState {
        IN_FORCE,
        PAUSED,
        ENDED
    }

    /**
     * A plan version, verified, and where it stands.
     *
     * @param at since when it stands there
     * @param version change number of the plan version
     */
    record PlanStands(UUID eventId, Instant occurredAt, Instant at, int version, PlanState state, PlanTerms terms)
            implements Fact {

        /** A signed version stands from when it says itself, any other change from when it happened. */
        public PlanStands(UUID eventId, Instant occurredAt, int version, PlanState state, PlanTerms terms) {
            this(
                    eventId,
                    occurredAt,
                    version == 1 && state == PlanState.IN_FORCE ? terms.effectiveFrom() : occurredAt,
                    version,
                    state,
                    terms);
        }

        /** The same, from an instant on. */
        PlanStands from(Instant start) {
            return new PlanStands(eventId, occurredAt, start, version, state, terms);
        }

        @Override
        public UUID aggregate() {
            return NameBasedId.of(terms.planId(), "version/" + terms.version());
        }

        @Override
        public int rank() {
            return version == 1 && terms.version() == 1 ? 0 : 4;
        }

        @Override
        public boolean isOneWith(Fact other) {
            return other instanceof PlanStands plan
                    && plan.version == version
                    && plan.terms.version() == terms.version()
                    && plan.terms.planId().equals(terms.planId());
        }
    }

    /**
     * A reading.
     *
     * @param value in points of the measure; null: it could not be scored
     * @param safetyAnswers safety answers in it
     * @param worstAnswers for each item the worst answer of all versions known: a correction does not take them back
     */
    record ReadingTaken(
            UUID eventId,
            Instant at,
            UUID readingId,
            int version,
            String measure,
            @Nullable Double value,
            List<SafetyAnswer> safetyAnswers,
            List<SafetyAnswer> worstAnswers)
            implements Fact {

        public ReadingTaken {
            safetyAnswers = List.copyOf(safetyAnswers);
            worstAnswers = List.copyOf(worstAnswers);
        }

        /** A reading of which no other version is known. */
        public ReadingTaken(
                UUID eventId,
                Instant at,
                UUID readingId,
                int version,
                String measure,
                @Nullable Double value,
                List<SafetyAnswer> safetyAnswers) {
            this(eventId, at, readingId, version, measure, value, safetyAnswers, SafetyAnswer.worst(safetyAnswers));
        }

        @Override
        public UUID aggregate() {
            return readingId;
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public boolean isOneWith(Fact other) {
            return other instanceof ReadingTaken reading && reading.readingId.equals(readingId);
        }

        @Override
        public ReadingTaken knowing(Fact other) {
            if (!(other instanceof ReadingTaken known) || known.worstAnswers.isEmpty()) {
                return this;
            }
            var all = Stream.concat(worstAnswers.stream(), known.worstAnswers.stream());
            return new ReadingTaken(
                    eventId, at, readingId, version, measure, value, safetyAnswers, SafetyAnswer.worst(all.toList()));
        }

        /** Whether any version of it had safety answers. */
        boolean isUnsafe() {
            return !worstAnswers.isEmpty();
        }

        /** What somebody must know of: its own answers, else the worst that an earlier version had. */
        List<SafetyAnswer> tellingAnswers() {
            return safetyAnswers.isEmpty() ? worstAnswers : safetyAnswers;
        }

        Optional<Reading> scored() {
            return Optional.ofNullable(value).map(points -> new Reading(readingId, eventId, at, points));
        }
    }

    /** Where a check-in stands. */
    enum CheckinState {
        MISSED,
        ANSWERED,
        /** Its window is over and its grace runs; after a miss: an outage became known and the grace runs again. */
        DUE
    }

    /**
     * Where a check-in stands; the check-in itself is what is cited, not the event.
     *
     * @param answer what was said in it, as last corrected; nothing, unless it was answered
     */
    record CheckinStands(Instant at, UUID checkinId, int version, CheckinState state, CheckinAnswer answer)
            implements Fact {

        /** One in which nothing was said. */
        public CheckinStands(Instant at, UUID checkinId, int version, CheckinState state) {
            this(at, checkinId, version, state, CheckinAnswer.NOTHING);
        }

        @Override
        public UUID eventId() {
            return checkinId;
        }

        @Override
        public UUID aggregate() {
            return checkinId;
        }

        @Override
        public int rank() {
            return 2;
        }

        /** Misses and running graces stand side by side, each with its version; of all answers one counts. */
        @Override
        public boolean isOneWith(Fact other) {
            return other instanceof CheckinStands checkin
                    && checkin.checkinId.equals(checkinId)
                    && checkin.state == state
                    && (checkin.version == version || state == CheckinState.ANSWERED);
        }

        /** What was said is as last corrected. */
        @Override
        public CheckinStands knowing(Fact other) {
            return other instanceof CheckinStands known && known.answer.version() > answer.version()
                    ? new CheckinStands(at, checkinId, version, state, known.answer)
                    : this;
        }

        /** Of several answers the time of the first counts: a correction answers nothing again. */
        @Override
        public boolean outranks(Fact other) {
            return version < other.version();
        }

        /** Whether a miss is none because of this. A longer grace takes back an earlier miss only. */
        boolean takesBack(CheckinStands missed) {
            return missed.state == CheckinState.MISSED
                    && missed.checkinId.equals(checkinId)
                    && (state == CheckinState.ANSWERED || state == CheckinState.DUE && version > missed.version)
                    && !at.isAfter(missed.at.plus(Timeline.TAKES_BACK));
        }
    }

    /** A clinician decided on an escalation. */
    record Decided(Instant at, UUID decisionId, int version, EscalationId escalation) implements Fact {

        @Override
        public UUID eventId() {
            return decisionId;
        }

        @Override
        public UUID aggregate() {
            return decisionId;
        }

        @Override
        public int rank() {
            return 3;
        }

        @Override
        public boolean isOneWith(Fact other) {
            return other instanceof Decided decided && decided.decisionId.equals(decisionId);
        }
    }

    /** Time passed; nothing else that the detector needs. */
    record TimePassed(UUID eventId, Instant at) implements Fact {

        @Override
        public UUID aggregate() {
            return eventId;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public int rank() {
            return 5;
        }
    }
}
