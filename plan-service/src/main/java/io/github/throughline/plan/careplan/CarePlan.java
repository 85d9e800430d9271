package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.CarePlanEvent.PlanCompleted;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanFollowedUp;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanPaused;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanResumed;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanSigned;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanStopped;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanSuperseded;
import io.github.throughline.plan.careplan.PlanVersion.Draft;
import io.github.throughline.plan.careplan.PlanVersion.Signed;
import io.github.throughline.plan.careplan.PlanVersion.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an episode with all its versions: at most one draft, at most one version in force or paused.
 *
 * @param versions by number
 * @param discarded number of the latest draft that was thrown away, 0: none; a number is given once
 * @param followup what is due in it
 */
public record CarePlan(
        CarePlanId id,
        PatientId patientId,
        EpisodeId episodeId,
        List<PlanVersion> versions,
        int discarded,
        Followup followup) {

    /** A plan after something happened to it, and what happened, in its order. */
    public record Changed(CarePlan plan, List<CarePlanEvent> events) {}

    public CarePlan {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(PlanVersion::number))
                .toList();
    }

    /** A new plan: the draft of its first version. */
    static CarePlan drafted(PatientId patient, EpisodeId episode, PlanDraft terms) {
        return new CarePlan(
                CarePlanId.random(), patient, episode, List.of(new Draft(1, 1, terms, null)), 0, Followup.NONE);
    }

    public PlanVersion version(int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new PlanRefused.VersionNotFound(number));
    }

    /** The version that may still be changed. */
    public Optional<Draft> draft() {
        return versions.stream()
                .filter(Draft.class::isInstance)
                .map(Draft.class::cast)
                .findFirst();
    }

    /** The version in force or paused. */
    public Optional<Signed> current() {
        return signed().filter(Signed::isCurrent).findFirst();
    }

    /** Whether it was in force once and no version is any more. */
    public boolean isEnded() {
        return signed().findAny().isPresent() && current().isEmpty();
    }

    /** Since when it is ended; empty: it goes on. */
    Optional<Instant> endedAt() {
        return isEnded() ? signed().map(Signed::since).max(Comparator.naturalOrder()) : Optional.empty();
    }

    private Stream<Signed> signed() {
        return versions.stream().filter(Signed.class::isInstance).map(Signed.class::cast);
    }

    /** First instant at which its first version was in force. */
    public Instant beganAt() {
        return signed().findFirst()
                .orElseThrow(PlanRefused.NotSigned::new)
                .content()
                .read()
                .effectiveFrom();
    }

    /** The newest signed version, which is the one that a movement moves. */
    public Signed latestSigned() {
        return signed().reduce((earlier, later) -> later).orElseThrow(PlanRefused.NotSigned::new);
    }

    Draft requireDraft(int number) {
        if (version(number) instanceof Draft draft) {
            return draft;
        }
        throw new PlanRefused.AlreadySigned(number);
    }

    CarePlan withDraft(int number, PlanDraft terms) {
        return with(requireDraft(number).changed(terms));
    }

    /** The plan with the draft of its next version. A draft that a decision opened and nobody has worked on is taken up. */
    CarePlan withNextDraft(PlanDraft terms) {
        requireFreeForDraft();
        return with(draft().map(waiting -> waiting.changed(terms)).orElseGet(() -> nextDraft(terms, null)));
    }

    /**
     * The plan with a draft of its next version that waits for somebody.
     *
     * @param escalationId the escalation whose decision asks for it; it takes the place of an earlier one
     */
    CarePlan withDraftFor(UUID escalationId, PlanDraft terms) {
        requireFreeForDraft();
        return with(draft().map(waiting -> waiting.askedForBy(escalationId))
                .orElseGet(() -> nextDraft(terms, escalationId)));
    }

    /** Whether nobody works on a draft yet. */
    boolean mayDraftNext() {
        return draft().map(Draft::waitsForSomebody).orElse(true);
    }

    private void requireFreeForDraft() {
        requireCurrent();
        if (!mayDraftNext()) {
            throw new PlanRefused.DraftExists();
        }
    }

    private Draft nextDraft(PlanDraft terms, @Nullable UUID escalationId) {
        int latest = Math.max(versions.getLast().number(), discarded);
        return new Draft(latest + 1, 1, terms, escalationId);
    }

    /** The draft becomes a signed version in force, and takes the place of the one before. */
    Changed signed(int number, SignedContent content, Instant effectiveFrom, ZoneId zone) {
        Draft draft = requireDraft(number);
        var events = new ArrayList<CarePlanEvent>();
        CarePlan plan = with(followup.under(content.read(), zone));
        Optional<Signed> before = current();
        if (before.isPresent()) {
            Signed superseded = before.get().with(State.SUPERSEDED, effectiveFrom);
            plan = plan.with(superseded);
            events.add(new PlanSuperseded(superseded));
        }
        var signed = new Signed(
                number, draft.revision() + 1, State.IN_FORCE, effectiveFrom, 1, content, draft.escalationId());
        events.add(new PlanSigned(signed));
        return new Changed(plan.with(signed), events);
    }

    Changed paused(Instant at) {
        Signed now = requireCurrent();
        if (now.state() == State.PAUSED) {
            throw new PlanRefused.AlreadyPaused();
        }
        Signed paused = moved(now, State.PAUSED, at);
        return new Changed(with(paused), List.of(new PlanPaused(paused)));
    }

    Changed resumed(Instant at) {
        Signed now = requireCurrent();
        if (now.state() != State.PAUSED) {
            throw new PlanRefused.NotPaused();
        }
        Signed resumed = moved(now, State.IN_FORCE, at);
        return new Changed(with(resumed), List.of(new PlanResumed(resumed)));
    }

    Changed completed(Instant at) {
        Signed completed = moved(requireCurrent(), State.COMPLETED, at);
        return new Changed(with(followup.ended()).with(completed), List.of(new PlanCompleted(completed)));
    }

    Changed stopped(Instant at) {
        Signed stopped = moved(requireCurrent(), State.STOPPED, at);
        return new Changed(with(followup.ended()).with(stopped), List.of(new PlanStopped(stopped)));
    }

    /** When something of it falls due next; empty: nothing will, or it rests. */
    Optional<Instant> dueAt() {
        return current().filter(version -> version.state() == State.IN_FORCE).flatMap(version -> followup.dueAt());
    }

    /** What is due in it has changed, or has not. */
    Changed following(UnaryOperator<Followup> change) {
        Followup next = change.apply(followup);
        if (next.equals(followup)) {
            return new Changed(this, List.of());
        }
        Signed again = requireCurrent().toldAgain();
        return new Changed(with(next).with(again), List.of(new PlanFollowedUp(again)));
    }

    private CarePlan with(Followup next) {
        return new CarePlan(id, patientId, episodeId, versions, discarded, next);
    }

    Signed requireCurrent() {
        return current().orElseThrow(() -> isEnded() ? new PlanRefused.Ended() : new PlanRefused.NotSigned());
    }

    private static Signed moved(Signed version, State state, Instant at) {
        if (at.isBefore(version.since())) {
            throw PlanRefused.TimeTooEarly.toHappen();
        }
        return version.with(state, at);
    }

    private CarePlan with(PlanVersion version) {
        var others = new ArrayList<>(versions);
        others.removeIf(other -> other.number() == version.number());
        others.add(version);
        return new CarePlan(id, patientId, episodeId, others, discarded, followup);
    }
}
