package io.github.throughline.stall.detection;

import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * How far a plan has come.
 *
 * @param planVersion number of the version within the plan
 * @param change number of the version's change
 */
record PlanChange(int planVersion, int change) implements Comparable<PlanChange> {

    /** A plan that so many others have followed does not come back. */
    private static final int MOST_PLANS = 8;

    private static final Comparator<PlanChange> ORDER =
            Comparator.comparingInt(PlanChange::planVersion).thenComparingInt(PlanChange::change);

    private static PlanChange of(Fact.PlanStands stands) {
        return new PlanChange(stands.terms().version(), stands.version());
    }

    /** Whether a plan's change, or a later one, is among the latest. */
    static boolean isKnown(Map<UUID, PlanChange> latest, Fact.PlanStands stands) {
        PlanChange known = latest.get(stands.terms().planId());
        return known != null && of(stands).compareTo(known) <= 0;
    }

    /** Adds a plan's change to the latest of each plan. */
    static void add(Map<UUID, PlanChange> latest, Fact.PlanStands stands) {
        latest.merge(stands.terms().planId(), of(stands), (known, next) -> next.compareTo(known) > 0 ? next : known);
        if (latest.size() > MOST_PLANS) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    @Override
    public int compareTo(PlanChange other) {
        return ORDER.compare(this, other);
    }
}
