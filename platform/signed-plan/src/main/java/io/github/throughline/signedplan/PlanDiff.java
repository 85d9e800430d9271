package io.github.throughline.signedplan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes from one version of a plan to another, a line a term. */
public final class PlanDiff {

    private PlanDiff() {}

    /**
     * One term that changed.
     *
     * @param term e.g. NPRS target
     * @param before as people write it; null: it was not there
     * @param after as people write it; null: it is gone
     */
    public record Change(
            String term, @Nullable String before, @Nullable String after) {

        /** E.g. "NPRS target: 4, was 3". */
        public String text() {
            if (before == null) {
                return "%s: %s, new".formatted(term, after);
            }
            return after == null
                    ? "%s: removed, was %s".formatted(term, before)
                    : "%s: %s, was %s".formatted(term, after, before);
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
            var change = new Change(term, before.get(term), after.get(term));
            if (change.before() == null || !change.before().equals(change.after())) {
                changes.add(change);
            }
        }
        return changes;
    }
}
