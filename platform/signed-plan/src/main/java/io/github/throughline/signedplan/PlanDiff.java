package io.github.throughline.signedplan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changes from one version of a plan to another, a line a term. */
public final class PlanDiff {

    /** A number and what it counts, such as 8 weeks; a day such as 30 June 2026 counts nothing. */
    private static final Pattern AMOUNT = Pattern.compile("(?<number>-?\\d+(?:\\.\\d+)?)(?<unit>\\D*)");

    private PlanDiff() {}

    /**
     * One term that changed.
     *
     * @param measure id of the measure that the term belongs to; null: it is a term of the whole plan
     * @param term e.g. NPRS target
     * @param before as people write it; null: it was not there
     * @param after as people write it; null: it is gone
     */
    public record Change(
            @Nullable String measure,
            String term,
            @Nullable String before,
            @Nullable String after) {

        /** E.g. "NPRS target 3 to 4" or "NPRS plateau after 4 weeks, was 6". */
        public String text() {
            return text(term);
        }

        private String textOfSameMeasure() {
            return text(measure == null ? term : term.substring(measure.length() + 1));
        }

        private String text(String name) {
            if (after == null) {
                return "%s removed, was %s".formatted(name, before);
            }
            String named = name + (Character.isDigit(after.charAt(0)) ? " " : ": ");
            return before == null ? named + after + ", new" : changed(name, named, before, after);
        }

        private static String changed(String name, String named, String before, String after) {
            Matcher was = AMOUNT.matcher(before);
            Matcher is = AMOUNT.matcher(after);
            if (!was.matches() || !is.matches() || !was.group("unit").equals(is.group("unit"))) {
                return "%s%s, was %s".formatted(named, after, before);
            }
            return is.group("unit").isEmpty()
                    ? "%s %s to %s".formatted(name, before, after)
                    : "%s%s, was %s".formatted(named, after, was.group("number"));
        }
    }

    /**
     * Every term that differs, in the order of the later version. When a version was signed, by whom and from when on it
     * is in force are not terms.
     */
    public static List<Change> between(PlanContent earlier, PlanContent later) {
        Map<String, String> before = PlanTerms.of(earlier);
        Map<String, String> after = PlanTerms.of(later);
        var terms = new LinkedHashSet<>(after.keySet());
        terms.addAll(before.keySet());
        var changes = new ArrayList<Change>();
        for (String term : terms) {
            if (!Objects.equals(before.get(term), after.get(term))) {
                changes.add(new Change(measureOf(term, earlier, later), term, before.get(term), after.get(term)));
            }
        }
        return changes;
    }

    /** All in one line, a measure named once: "NPRS target 3 to 4; plateau after 4 weeks, was 6". Empty: no change. */
    public static String summary(List<Change> changes) {
        var line = new StringJoiner("; ");
        String measure = null;
        for (Change change : changes) {
            boolean same = change.measure() != null && change.measure().equals(measure);
            line.add(same ? change.textOfSameMeasure() : change.text());
            measure = change.measure();
        }
        return line.toString();
    }

    private static @Nullable String measureOf(String term, PlanContent earlier, PlanContent later) {
        return Stream.of(later, earlier)
                .flatMap(content -> Stream.concat(
                        content.measures().stream().map(PlannedMeasure::measure),
                        content.goals().stream().map(Goal::measure)))
                .filter(measure -> term.startsWith(measure + " "))
                .findFirst()
                .orElse(null);
    }
}
