package io.github.throughline.sandbox.shadow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The escalations in force and those of the shadow, side by side. */
public final class ShadowDifference {

    private static final int MOST_ROWS = 40;
    private static final String COUNTS = "  %-20s %12s %10s %10s";
    private static final String ROW = "  %-36s  %-15s %-10s  %-24s  %s";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Map<UUID, ShadowEscalation> inForce;
    private final Map<UUID, ShadowEscalation> shadow;

    private ShadowDifference(Map<UUID, ShadowEscalation> inForce, Map<UUID, ShadowEscalation> shadow) {
        this.inForce = inForce;
        this.shadow = shadow;
    }

    static ShadowDifference of(Collection<ShadowEscalation> inForce, Collection<ShadowEscalation> shadow) {
        return new ShadowDifference(byId(inForce), byId(shadow));
    }

    private static Map<UUID, ShadowEscalation> byId(Collection<ShadowEscalation> escalations) {
        return escalations.stream().collect(Collectors.toMap(ShadowEscalation::id, Function.identity()));
    }

    /** As people read it in a terminal. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(COUNTS.formatted("", "escalations", "patients", "open now"));
        lines.add(counts("in force", inForce.values()));
        lines.add(counts("in the shadow", shadow.values()));
        lines.add("");
        lines.add(found("the same", both().size(), times()));
        lines.add(found("only in force", only(inForce, shadow)));
        lines.add(found("only in the shadow", only(shadow, inForce)));
        rows(lines);
        return lines;
    }

    private static String found(String name, List<ShadowEscalation> escalations) {
        return found(name, escalations.size(), byRule(escalations));
    }

    private static String found(String name, int count, String words) {
        return "  %-20s %12d   %s".formatted(name, count, words).stripTrailing();
    }

    private static String counts(String name, Collection<ShadowEscalation> escalations) {
        return COUNTS.formatted(
                name,
                escalations.size(),
                escalations.stream().map(ShadowEscalation::patientId).distinct().count(),
                escalations.stream().filter(ShadowEscalation::isOpen).count());
    }

    private Set<UUID> both() {
        var both = new HashSet<>(inForce.keySet());
        both.retainAll(shadow.keySet());
        return both;
    }

    private static List<ShadowEscalation> only(Map<UUID, ShadowEscalation> here, Map<UUID, ShadowEscalation> notThere) {
        return here.values().stream()
                .filter(escalation -> !notThere.containsKey(escalation.id()))
                .toList();
    }

    private static String byRule(List<ShadowEscalation> escalations) {
        var byRule = new TreeMap<String, Integer>();
        escalations.forEach(escalation -> byRule.merge(escalation.rule(), 1, Integer::sum));
        return byRule.entrySet().stream()
                .map(rule -> rule.getKey() + " " + rule.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Of those that both found, how many were found at another time. */
    private String times() {
        List<Duration> later = both().stream().map(this::later).toList();
        String times = Stream.of(
                        times("earlier", later.stream().filter(Duration::isNegative)),
                        times("later", later.stream().filter(Duration::isPositive)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return times.isEmpty() ? "" : "of these in the shadow " + times;
    }

    private static String times(String what, Stream<Duration> differences) {
        long[] days = differences
                .mapToLong(difference -> difference.abs().toDays())
                .sorted()
                .toArray();
        return days.length == 0 ? "" : "%d %s (median %d days)".formatted(days.length, what, days[days.length / 2]);
    }

    private Duration later(UUID id) {
        return Duration.between(raisedAt(inForce, id), raisedAt(shadow, id));
    }

    private static Instant raisedAt(Map<UUID, ShadowEscalation> escalations, UUID id) {
        return Optional.ofNullable(escalations.get(id)).orElseThrow().raisedAt();
    }

    private void rows(List<String> lines) {
        List<UUID> different = differences();
        if (different.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(ROW.formatted("patient", "rule", "subject", "in force", "in the shadow"));
        different.stream().limit(MOST_ROWS).map(this::row).forEach(lines::add);
        if (different.size() > MOST_ROWS) {
            lines.add("  and %d more".formatted(different.size() - MOST_ROWS));
        }
    }

    /** Found by one alone, or at another time or by another severity, by patient and time. */
    private List<UUID> differences() {
        var all = new HashSet<>(inForce.keySet());
        all.addAll(shadow.keySet());
        return all.stream()
                .filter(id -> !both().contains(id) || !later(id).isZero() || !sameSeverity(id))
                .sorted(Comparator.comparing((UUID id) -> any(id).patientId())
                        .thenComparing(id -> any(id).raisedAt())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private boolean sameSeverity(UUID id) {
        ShadowEscalation here = inForce.get(id);
        ShadowEscalation there = shadow.get(id);
        return here != null && there != null && here.severity().equals(there.severity());
    }

    private ShadowEscalation any(UUID id) {
        return Optional.ofNullable(inForce.get(id))
                .or(() -> Optional.ofNullable(shadow.get(id)))
                .orElseThrow();
    }

    private String row(UUID id) {
        ShadowEscalation any = any(id);
        return ROW.formatted(any.patientId(), any.rule(), subject(any), cell(inForce.get(id)), cell(shadow.get(id)));
    }

    /** A measure's id; a reading's is of no use to anybody here. */
    private static String subject(ShadowEscalation escalation) {
        return escalation.rule().equals("safety-answer") ? "" : escalation.subject();
    }

    private static String cell(@Nullable ShadowEscalation escalation) {
        return escalation == null
                ? "-"
                : "%s, %s%s"
                        .formatted(
                                DAY.format(escalation.raisedAt().atZone(ZoneOffset.UTC)),
                                escalation.state(),
                                escalation.severity().equals("routine") ? "" : ", " + escalation.severity());
    }
}
