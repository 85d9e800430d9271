package io.github.throughline.plan.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What check-ins tell of a plan's activities, the latest week first. */
record Adherence(List<Told> told) {

    /** So many check-ins in a row that report an activity as not done at all are a care gap: one week can be an exception. */
    private static final int NOT_DONE_IN_A_ROW = 2;

    private static final int RECENT = 4;

    /** What one check-in tells of one activity. */
    record Told(int week, String activity, int done, int planned) {}

    /**
     * How an activity is kept.
     *
     * @param recentlyDone times done, of the last four check-ins that tell of it
     */
    record Kept(String activity, int recentlyDone, int recentlyPlanned, int done, int planned) {}

    Adherence {
        told = List.copyOf(told);
    }

    /** Activities that are not done for so long that somebody should ask. */
    Set<String> notDone() {
        return byActivity().entrySet().stream()
                .filter(activity -> activity.getValue().size() >= NOT_DONE_IN_A_ROW)
                .filter(activity ->
                        activity.getValue().stream().limit(NOT_DONE_IN_A_ROW).allMatch(t -> t.done() == 0))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Activities that the latest check-in reports as done. */
    Set<String> isDone() {
        return byActivity().entrySet().stream()
                .filter(activity -> activity.getValue().getFirst().done() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    List<Kept> kept() {
        var kept = new ArrayList<Kept>();
        byActivity().forEach((activity, all) -> {
            List<Told> recent = all.stream().limit(RECENT).toList();
            kept.add(new Kept(
                    activity,
                    recent.stream().mapToInt(Told::done).sum(),
                    recent.stream().mapToInt(Told::planned).sum(),
                    all.stream().mapToInt(Told::done).sum(),
                    all.stream().mapToInt(Told::planned).sum()));
        });
        return kept;
    }

    private Map<String, List<Told>> byActivity() {
        return told.stream().collect(Collectors.groupingBy(Told::activity, LinkedHashMap::new, Collectors.toList()));
    }
}
