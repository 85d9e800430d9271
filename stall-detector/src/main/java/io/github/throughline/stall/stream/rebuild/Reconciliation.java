package io.github.throughline.stall.stream.rebuild;

import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.schemas.verdict.Verdict;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.stall.detection.EpisodeTrend;
import io.github.throughline.stall.detection.EscalationId;
import io.github.throughline.stall.detection.Verdict.Reason;
import io.github.throughline.stall.stream.AvroEscalations;
import io.github.throughline.stall.stream.AvroEvent;
import io.github.throughline.stall.stream.AvroVerdicts;
import io.github.throughline.stall.stream.TrendStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What was published last of each escalation and verdict, and what a fold of all events finds. Whoever was told the one
 * is told the difference, as the next version of what they know.
 */
final class Reconciliation {

    private final Map<UUID, EscalationChanged> published = new LinkedHashMap<>();
    private final Map<UUID, EscalationChanged> found = new LinkedHashMap<>();
    private final Map<Judged, VerdictChanged> publishedVerdicts = new LinkedHashMap<>();
    private final Map<Judged, VerdictChanged> foundVerdicts = new LinkedHashMap<>();
    private final Map<UUID, Map<EscalationId, Integer>> versions = new HashMap<>();
    private final Map<UUID, Map<String, Integer>> verdictVersions = new HashMap<>();

    /** What a verdict is of. */
    private record Judged(UUID episodeId, String measure) {

        static Judged of(VerdictChanged event) {
            return new Judged(event.getEpisodeId(), event.getMeasure());
        }
    }

    void published(SpecificRecord event) {
        add(event, published, publishedVerdicts);
    }

    void found(SpecificRecord event) {
        add(event, found, foundVerdicts);
    }

    private static void add(
            SpecificRecord event, Map<UUID, EscalationChanged> escalations, Map<Judged, VerdictChanged> verdicts) {
        switch (event) {
            case EscalationChanged escalation -> escalations.put(escalation.getEscalationId(), escalation);
            case VerdictChanged verdict -> verdicts.put(Judged.of(verdict), verdict);
            default -> throw new IllegalArgumentException("neither an escalation nor a verdict");
        }
    }

    /** What must be published so that everybody knows what was found; of erased episodes nothing is told. */
    List<AvroEvent> differences(TrendStore trends) {
        var differences = new ArrayList<AvroEvent>();
        found.values().stream()
                .sorted(Comparator.comparing(EscalationChanged::getRaisedAt))
                .filter(now -> !trends.isErased(now.getEpisodeId()))
                .forEach(now -> add(difference(published.get(now.getEscalationId()), now), differences));
        published.values().stream()
                .filter(told -> !found.containsKey(told.getEscalationId()) && !trends.isErased(told.getEpisodeId()))
                .forEach(told -> add(difference(told, disproved(told)), differences));
        foundVerdicts.values().stream()
                .filter(now -> !trends.isErased(now.getEpisodeId()))
                .forEach(now -> verdict(now, differences));
        publishedVerdicts.values().stream()
                .filter(told -> !foundVerdicts.containsKey(Judged.of(told)) && !trends.isErased(told.getEpisodeId()))
                .forEach(told -> verdict(none(told), differences));
        return differences;
    }

    private static EscalationChanged disproved(EscalationChanged told) {
        return AvroEscalations.as(told, told.getVersion(), EscalationState.WITHDRAWN);
    }

    /** Null: nobody has to be told anything. */
    private @Nullable EscalationChanged difference(@Nullable EscalationChanged told, EscalationChanged now) {
        boolean isWithdrawn = now.getState() == EscalationState.WITHDRAWN;
        if (told == null && isWithdrawn) {
            return null;
        }
        boolean isNews = told == null || !says(told, now);
        int version = told == null ? 1 : told.getVersion() + (isNews ? 1 : 0);
        versions.computeIfAbsent(now.getEpisodeId(), id -> new HashMap<>())
                .put(new EscalationId(now.getEscalationId()), version);
        return isNews ? AvroEscalations.as(now, version, state(told, now)) : null;
    }

    private static void add(@Nullable EscalationChanged event, List<AvroEvent> differences) {
        if (event != null) {
            differences.add(AvroEvent.of(event));
        }
    }

    private static EscalationState state(@Nullable EscalationChanged told, EscalationChanged now) {
        if (!isOpen(now)) {
            return now.getState();
        }
        return told == null || told.getState() == EscalationState.WITHDRAWN
                ? EscalationState.RAISED
                : EscalationState.UPDATED;
    }

    private static boolean isOpen(EscalationChanged event) {
        return event.getState() != EscalationState.RESOLVED && event.getState() != EscalationState.WITHDRAWN;
    }

    /** Whether somebody who was told the one needs not be told the other: what {@code Difference} compares. */
    private static boolean says(EscalationChanged told, EscalationChanged now) {
        if (told.getState() == EscalationState.WITHDRAWN || now.getState() == EscalationState.WITHDRAWN) {
            return told.getState() == now.getState();
        }
        return told.getSeverity() == now.getSeverity()
                && told.getOnsetAt().equals(now.getOnsetAt())
                && told.getRaisedAt().equals(now.getRaisedAt())
                && told.getResolution() == now.getResolution()
                && Objects.equals(told.getEndedAt(), now.getEndedAt())
                && told.getEvidence().equals(now.getEvidence());
    }

    private void verdict(VerdictChanged now, List<AvroEvent> differences) {
        VerdictChanged told = publishedVerdicts.get(Judged.of(now));
        boolean isNews = told == null
                || told.getVerdict() != now.getVerdict()
                || !told.getReason().equals(now.getReason())
                || !told.getSince().equals(now.getSince());
        int version = told == null ? 1 : told.getVersion() + (isNews ? 1 : 0);
        verdictVersions
                .computeIfAbsent(now.getEpisodeId(), id -> new HashMap<>())
                .put(now.getMeasure(), version);
        if (isNews) {
            differences.add(AvroEvent.of(AvroVerdicts.as(now, version)));
        }
    }

    private static VerdictChanged none(VerdictChanged told) {
        return told.getVerdict() == Verdict.TOO_EARLY
                ? told
                : VerdictChanged.newBuilder(told)
                        .setVerdict(Verdict.TOO_EARLY)
                        .setReason(Reason.TOO_FEW_READINGS.code())
                        .setLevel(null)
                        .build();
    }

    /** Lets the trends go on from what stands published after the differences. */
    void continueFromPublished(TrendStore trends, Set<UUID> episodes) {
        for (UUID episode : episodes) {
            EpisodeTrend trend = trends.trend(episode);
            var counted = new HashMap<>(versions.getOrDefault(episode, Map.of()));
            counted.keySet().removeIf(id -> found.containsKey(id.value()) && !trend.counts(id));
            var verdicts = verdictVersions.getOrDefault(episode, Map.of());
            trends.replace(trend, trend.continuing(counted, verdicts), Set.of());
        }
    }
}
