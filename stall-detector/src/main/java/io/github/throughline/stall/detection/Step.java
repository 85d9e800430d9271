package io.github.throughline.stall.detection;

import java.util.List;

/**
 * What a fact made of a trend.
 *
 * @param trend the trend after the fact
 * @param changes what is to be published, in order
 */
public record Step(EpisodeTrend trend, List<Change> changes, Reception reception) {

    public Step {
        changes = List.copyOf(changes);
    }

    /** How a fact was taken. */
    public enum Reception {
        /** Put in its place. */
        FOLDED,
        /** Put in its place, to be judged when a plan comes. */
        WAITS_FOR_PLAN,
        /** Known already, or replaced already: changes nothing. */
        NOTHING_NEW,
        /** Older than {@link EpisodeTrend#LATE}: changes nothing. */
        TOO_LATE
    }
}
