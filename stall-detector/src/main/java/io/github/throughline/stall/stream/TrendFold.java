package io.github.throughline.stall.stream;

import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.stall.detection.Change;
import io.github.throughline.stall.detection.EpisodeTrend;
import io.github.throughline.stall.detection.Fact;
import io.github.throughline.stall.detection.PlanTerms;
import io.github.throughline.stall.detection.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events into their episodes' trends, whether they are new or read once more. */
public final class TrendFold {

    private static final Logger LOGGER = LoggerFactory.getLogger(TrendFold.class);

    private final PlanGate gate;
    private final TrendStore trends;
    private final BiPredicate<UUID, byte[]> verified;
    private final DetectorMetrics metrics;

    /** @param verified of an episode: contents of plans that were found valid before */
    public TrendFold(PlanGate gate, TrendStore trends, BiPredicate<UUID, byte[]> verified, DetectorMetrics metrics) {
        this.gate = gate;
        this.trends = trends;
        this.verified = verified;
        this.metrics = metrics;
    }

    /**
     * What an event changes.
     *
     * @param at event time
     */
    public record Taken(UUID patientId, UUID episodeId, Instant at, List<Change> changes) {}

    /**
     * Takes one event.
     *
     * @param writtenAt machine time of its record
     * @param publishing is told what changes, before the trend is kept: what can not be published is not taken in
     * @throws IllegalArgumentException when it is no event of the topics that are read
     * @throws PlanVersionRefused when it is a plan version that may not come into force
     */
    public void take(@Nullable SpecificRecord event, Instant writtenAt, Consumer<Taken> publishing) {
        switch (event) {
            case EpisodeChanged episode -> episode(episode);
            case PlanVersionChanged plan -> plan(plan, writtenAt, publishing);
            case OutcomeRecorded outcome ->
                take(outcome.getPatientId(), outcome.getEpisodeId(), AvroFacts.reading(outcome), publishing);
            case CheckinChanged checkin ->
                take(checkin.getPatientId(), checkin.getEpisodeId(), AvroFacts.checkin(checkin), publishing);
            case DecisionRecorded decision ->
                take(decision.getPatientId(), decision.getEpisodeId(), AvroFacts.decision(decision), publishing);
            case null, default -> throw new IllegalArgumentException("a record that is no event of this topic");
        }
    }

    private void episode(EpisodeChanged event) {
        if (event.getStatus() == EpisodeStatus.ERASED) {
            trends.erase(event.getEpisodeId());
        }
    }

    private void plan(PlanVersionChanged event, Instant writtenAt, Consumer<Taken> publishing) {
        UUID patient = event.getPatientId();
        UUID episode = event.getEpisodeId();
        Optional<Fact.PlanState> state = AvroFacts.planState(event);
        if (state.isEmpty() || trends.isErased(episode)) {
            take(patient, episode, AvroFacts.superseded(event), publishing);
            return;
        }
        byte[] content = new byte[event.getContent().remaining()];
        event.getContent().duplicate().get(content);
        switch (passage(event, state.get(), content, writtenAt)) {
            case PlanGate.Passage.Passed(PlanTerms terms) -> {
                trends.put(episode, terms, content);
                Fact fact = AvroFacts.plan(event, state.get(), terms);
                take(patient, episode, fact, Set.of(terms.digest()), publishing);
            }
            case PlanGate.Passage.Refused(String reason) -> throw refused(event, reason);
        }
    }

    /** A plan that was valid when it began can be ended and paused also when its key is not known any more. */
    private PlanGate.Passage passage(
            PlanVersionChanged event, Fact.PlanState state, byte[] content, Instant writtenAt) {
        UUID episode = event.getEpisodeId();
        return verified.test(episode, content) || (state != Fact.PlanState.IN_FORCE && trends.holds(episode, content))
                ? gate.verified(event, content)
                : gate.check(event, content, writtenAt);
    }

    private PlanVersionRefused refused(PlanVersionChanged event, String reason) {
        metrics.refusedPlan(reason);
        LOGGER.atError()
                .addKeyValue("planId", event.getPlanId())
                .addKeyValue("planVersion", event.getPlanVersion())
                .addKeyValue("reason", reason)
                .log("plan version refused, the last valid one stays in force");
        return new PlanVersionRefused(reason);
    }

    private void take(UUID patientId, UUID episodeId, Fact fact, Consumer<Taken> publishing) {
        if (trends.isErased(episodeId)) {
            metrics.received(Step.Reception.NOTHING_NEW);
        } else {
            take(patientId, episodeId, fact, Set.of(), publishing);
        }
    }

    private void take(UUID patientId, UUID episodeId, Fact fact, Set<String> broughtPlans, Consumer<Taken> publishing) {
        EpisodeTrend before = trends.trend(episodeId);
        Step step = before.accept(fact);
        publishing.accept(new Taken(patientId, episodeId, fact.occurredAt(), step.changes()));
        trends.replace(before, step.trend(), broughtPlans);
        metrics.received(step.reception());
    }
}
