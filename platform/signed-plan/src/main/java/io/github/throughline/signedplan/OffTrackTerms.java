package io.github.throughline.signedplan;

import java.util.List;

/**
 * The course of recovery that a program expects of a measure, and how far below it a patient may be.
 *
 * @param expected improvement from the baseline by rising weeks; in between by the straight line, from week 0 without
 *     any; after the last week as there. Before the first week it is too early to say
 * @param band so much less than expected is still on track
 * @param confirmingReadings at so many readings in a row it must hold, at least 1
 * @param source where the course comes from
 */
public record OffTrackTerms(List<ExpectedImprovement> expected, Threshold band, int confirmingReadings, String source) {

    public OffTrackTerms {
        expected = List.copyOf(expected);
    }

    /**
     * A point of the course.
     *
     * @param week weeks since the first reading, from 1
     * @param improvement in percent of the baseline
     */
    public record ExpectedImprovement(int week, double improvement) {}

    /**
     * Whether the course says anything about a week.
     *
     * @param week weeks since the first reading
     */
    public boolean covers(double week) {
        return !expected.isEmpty() && week >= expected.getFirst().week();
    }

    /**
     * The expected improvement, in percent of the baseline.
     *
     * @param week weeks since the first reading
     */
    public double improvement(double week) {
        double fromWeek = 0;
        double from = 0;
        for (ExpectedImprovement point : expected) {
            if (week <= point.week()) {
                return from + (point.improvement() - from) * (week - fromWeek) / (point.week() - fromWeek);
            }
            fromWeek = point.week();
            from = point.improvement();
        }
        return from;
    }
}
