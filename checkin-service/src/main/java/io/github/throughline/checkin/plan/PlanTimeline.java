package io.github.throughline.checkin.plan;

import io.github.throughline.signedplan.PlannedMeasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plan versions of one episode, of all its plans. */
public record PlanTimeline(List<PlanVersion> versions) {

    public PlanTimeline {
        versions = List.copyOf(versions);
    }

    /** The timeline with a new version, or with a version as it stands now. */
    public PlanTimeline with(PlanVersion version) {
        var all = new ArrayList<>(versions);
        all.removeIf(v -> v.planId().equals(version.planId()) && v.number() == version.number());
        all.add(version);
        return new PlanTimeline(all);
    }

    public Optional<PlanVersion> version(@Nullable UUID planId, int number) {
        return versions.stream()
                .filter(v -> v.planId().equals(planId) && v.number() == number)
                .findFirst();
    }

    /** First instant of the plan: weeks are counted from its local day, through all versions. */
    public Instant start(UUID planId) {
        return versions.stream()
                .filter(v -> v.planId().equals(planId))
                .min(Comparator.comparingInt(PlanVersion::number))
                .orElseThrow()
                .effectiveFrom();
    }

    public boolean isEnded(UUID planId) {
        return versions.stream().anyMatch(v -> v.planId().equals(planId) && v.isEnd());
    }

    /**
     * The version that takes effect next, of a plan that has not ended.
     *
     * @param applied the version in effect; null: none yet
     */
    public Optional<PlanVersion> after(@Nullable PlanVersion applied) {
        return versions.stream()
                .filter(v -> !isEnded(v.planId()))
                .filter(v -> applied == null || isLater(v, applied))
                .min(Comparator.comparing(PlanVersion::effectiveFrom)
                        .thenComparing(PlanVersion::number, Comparator.reverseOrder()));
    }

    private boolean isLater(PlanVersion version, PlanVersion applied) {
        if (version.planId().equals(applied.planId())) {
            return version.number() > applied.number();
        }
        return isEnded(applied.planId()) || start(version.planId()).isAfter(start(applied.planId()));
    }

    /** The measure as the latest version that was in effect at an instant had it; empty: it had it not, or there was none. */
    public Optional<PlannedMeasure> measureAt(String measure, Instant at) {
        return versions.stream()
                .filter(v -> !v.effectiveFrom().isAfter(at))
                .max(Comparator.comparing(PlanVersion::effectiveFrom).thenComparing(PlanVersion::number))
                .flatMap(v -> v.content().measure(measure));
    }

    /** Whether a plan that has not ended has the measure. */
    public boolean hasMeasure(String measure) {
        return versions.stream()
                .anyMatch(v -> v.isCurrent()
                        && !isEnded(v.planId())
                        && v.content().measure(measure).isPresent());
    }
}
