package io.github.throughline.stall.stream;

import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.stall.detection.Change;
import io.github.throughline.stall.detection.EpisodeTrend;
import io.github.throughline.stall.detection.Escalation;
import io.github.throughline.stall.detection.EscalationId;
import io.github.throughline.stall.detection.Fact;
import io.github.throughline.stall.detection.PlanTerms;
import io.github.throughline.stall.detection.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the detector must have found by the end, from what stands on its topics: whoever checks what was published
 * compares the two. Signatures are not checked again; a plan that the detector refused shows as a difference.
 */
public final class Refold {

    /** An escalation as it must stand. What late data disproved is none. */
    public record Standing(UUID escalationId, boolean isOpen, Instant onsetAt, Instant raisedAt) {}

    private Refold() {}

    /** @param events in any order, of any number of episodes; what the detector does not read is passed over */
    public static Set<Standing> of(Collection<? extends SpecificRecord> events) {
        var byEpisode = new HashMap<UUID, List<Fact>>();
        for (SpecificRecord event : events) {
            switch (event) {
                case PlanVersionChanged plan -> add(byEpisode, plan.getEpisodeId(), plan(plan));
                case OutcomeRecorded outcome -> add(byEpisode, outcome.getEpisodeId(), AvroFacts.reading(outcome));
                case CheckinChanged checkin -> add(byEpisode, checkin.getEpisodeId(), AvroFacts.checkin(checkin));
                case DecisionRecorded decision -> add(byEpisode, decision.getEpisodeId(), AvroFacts.decision(decision));
                default -> {}
            }
        }
        var standing = new HashSet<Standing>();
        byEpisode.forEach((episode, facts) -> standing.addAll(fold(episode, facts)));
        return standing;
    }

    private static void add(Map<UUID, List<Fact>> byEpisode, UUID episode, Fact fact) {
        byEpisode.computeIfAbsent(episode, id -> new ArrayList<>()).add(fact);
    }

    private static Fact plan(PlanVersionChanged event) {
        byte[] content = new byte[event.getContent().remaining()];
        event.getContent().duplicate().get(content);
        return AvroFacts.planState(event)
                .map(state ->
                        AvroFacts.plan(event, state, PlanTerms.of(PlanJson.read(content), ContentDigest.of(content))))
                .orElseGet(() -> AvroFacts.superseded(event));
    }

    private static List<Standing> fold(UUID episode, List<Fact> facts) {
        var last = new HashMap<EscalationId, Change.EscalationChanged>();
        EpisodeTrend trend = EpisodeTrend.begin(episode);
        for (Fact fact : facts.stream().sorted(Fact.ORDER).toList()) {
            Step step = trend.accept(fact);
            trend = step.trend();
            for (Change change : step.changes()) {
                if (change instanceof Change.EscalationChanged escalation) {
                    last.put(escalation.escalation().id(), escalation);
                }
            }
        }
        return last.values().stream()
                .filter(change -> change.state() != Change.State.WITHDRAWN)
                .map(change -> standing(change.escalation()))
                .toList();
    }

    private static Standing standing(Escalation escalation) {
        return new Standing(escalation.id().value(), escalation.isOpen(), escalation.onset(), escalation.raisedAt());
    }
}
