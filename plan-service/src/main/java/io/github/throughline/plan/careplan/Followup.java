package io.github.throughline.plan.careplan;

import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlannedStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is followed up in a plan: its review, its steps, its activities. Times are care time.
 *
 * @param reviewAt when the next review is due; null: the plan is not in force
 * @param reviewDueSince since when a review is due and not done; null: none is
 * @param dueBy when each step of the version in force must be done, by id
 * @param done when each step was done, by id; it stays through later versions
 * @param activities ids of the activities of the version in force
 * @param gaps what is due and not done
 */
public record Followup(
        @Nullable Instant reviewAt,
        @Nullable Instant reviewDueSince,
        Map<String, Instant> dueBy,
        Map<String, Instant> done,
        Set<String> activities,
        List<CareGap> gaps) {

    static final Followup NONE = new Followup(null, null, Map.of(), Map.of(), Set.of(), List.of());

    public Followup {
        dueBy = Map.copyOf(dueBy);
        done = Map.copyOf(done);
        activities = Set.copyOf(activities);
        gaps = List.copyOf(gaps);
    }

    /** A version has been signed: its review and steps count; what is done stays done, and open gaps that it has stay. */
    Followup under(PlanContent content, ZoneId zone) {
        Map<String, Instant> due = content.steps().stream()
                .collect(Collectors.toMap(
                        PlannedStep::id, step -> startOf(step.dueOn().plusDays(1), zone)));
        Set<String> ids = content.activities().stream().map(Activity::id).collect(Collectors.toSet());
        Set<String> subjects = Stream.concat(
                        due.keySet().stream().map(CareGap::ofStep), ids.stream().map(CareGap::ofActivity))
                .collect(Collectors.toSet());
        List<CareGap> open = gaps.stream()
                .filter(gap -> subjects.contains(gap.subject()))
                .filter(gap -> !isPutOff(gap, due))
                .toList();
        return new Followup(startOf(content.reviewOn(), zone), null, due, done, ids, open);
    }

    private static boolean isPutOff(CareGap gap, Map<String, Instant> due) {
        return due.entrySet().stream()
                .anyMatch(step -> CareGap.ofStep(step.getKey()).equals(gap.subject())
                        && step.getValue().isAfter(gap.since()));
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The plan has ended: nothing is due any more. */
    Followup ended() {
        return new Followup(null, null, Map.of(), done, Set.of(), List.of());
    }

    /** When something falls due next; empty: nothing will. */
    Optional<Instant> dueAt() {
        Stream<Instant> review = reviewAt == null || reviewDueSince != null ? Stream.empty() : Stream.of(reviewAt);
        return Stream.concat(review, unmarked().map(Map.Entry::getValue)).min(Instant::compareTo);
    }

    /** Steps that are not done and no gaps yet. */
    private Stream<Map.Entry<String, Instant>> unmarked() {
        return dueBy.entrySet().stream()
                .filter(step -> !done.containsKey(step.getKey()))
                .filter(step -> gaps.stream().noneMatch(gap -> gap.subject().equals(CareGap.ofStep(step.getKey()))));
    }

    /** What has fallen due by an instant. */
    Followup at(Instant now) {
        var open = new ArrayList<>(gaps);
        unmarked()
                .filter(step -> !step.getValue().isAfter(now))
                .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(step -> open.add(new CareGap(CareGap.ofStep(step.getKey()), step.getValue())));
        boolean isReviewDue = reviewAt != null && !reviewAt.isAfter(now);
        return new Followup(reviewAt, isReviewDue ? reviewAt : reviewDueSince, dueBy, done, activities, open);
    }

    boolean hasStep(String id) {
        return dueBy.containsKey(id);
    }

    /** A step is done; the first time counts. */
    Followup done(String id, Instant at) {
        var all = new HashMap<>(done);
        all.putIfAbsent(id, at);
        return new Followup(reviewAt, reviewDueSince, dueBy, all, activities, without(Set.of(CareGap.ofStep(id))));
    }

    /** The physician has looked at the plan and left it as it is. @param next when they will again */
    Followup reviewed(Instant next) {
        return new Followup(next, null, dueBy, done, activities, gaps);
    }

    /**
     * What check-ins report.
     *
     * @param notDone activities that are not done for so long that they are a gap
     * @param isDone activities that are done again
     */
    Followup reported(Set<String> notDone, Set<String> isDone, Instant at) {
        var open =
                new ArrayList<>(without(isDone.stream().map(CareGap::ofActivity).collect(Collectors.toSet())));
        var known = new HashSet<>(open.stream().map(CareGap::subject).toList());
        notDone.stream()
                .filter(activities::contains)
                .sorted()
                .map(CareGap::ofActivity)
                .filter(known::add)
                .forEach(subject -> open.add(new CareGap(subject, at)));
        return new Followup(reviewAt, reviewDueSince, dueBy, done, activities, open);
    }

    private List<CareGap> without(Set<String> subjects) {
        return gaps.stream().filter(gap -> !subjects.contains(gap.subject())).toList();
    }
}
