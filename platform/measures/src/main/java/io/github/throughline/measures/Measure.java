package io.github.throughline.measures;

import io.github.throughline.signedplan.PlannedMeasure.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One outcome measure of the catalogue.
 *
 * @param id stable id, e.g. PHQ-9
 * @param version version of this entry; it changes with anything that changes a score
 * @param minimum lowest total, in points
 * @param maximum highest total, in points
 * @param items its items in order; empty: only the total is known
 * @param patientItems whether the patient chooses what the items stand for, so that a plan names it
 * @param acceptsTotal whether a total without items is taken
 * @param licence what may be done with the instrument
 * @param loinc LOINC code of the total; null: none
 * @param recallPeriod what span of time the answers speak of
 * @param safetyItems answers that are a safety event of their own
 * @param measurementError a smaller change can be noise (MDC)
 * @param importantChange a smaller change does not matter to patients (MCID)
 * @param target what a plan aims at by default, in points; null: none is well founded
 * @param stall when its readings are a stall, by default
 */
public record Measure(
        String id,
        String version,
        String name,
        Direction direction,
        BigDecimal minimum,
        BigDecimal maximum,
        List<Item> items,
        Scoring scoring,
        boolean patientItems,
        boolean acceptsTotal,
        String licence,
        @Nullable String loinc,
        String recallPeriod,
        List<SafetyItem> safetyItems,
        Change measurementError,
        Change importantChange,
        @Nullable Sourced target,
        StallDefaults stall) {

    public Measure {
        items = items == null ? List.of() : List.copyOf(items);
        safetyItems = safetyItems == null ? List.of() : List.copyOf(safetyItems);
    }

    /**
     * @param id stable id within the measure, e.g. 9
     * @param minimum lowest answer, in points of the item
     * @param maximum highest answer, in points of the item
     */
    public record Item(String id, int minimum, int maximum) {

        boolean canBe(int answer) {
            return answer >= minimum && answer <= maximum;
        }
    }

    /**
     * @param item id of the item
     * @param above an answer above this is a safety answer
     */
    public record SafetyItem(String item, int above) {}

    public Optional<Item> item(String itemId) {
        return items.stream().filter(i -> i.id().equals(itemId)).findFirst();
    }

    boolean isSafety(SafetyAnswer given) {
        return safetyItems.stream().anyMatch(s -> s.item().equals(given.item()) && given.answer() > s.above());
    }

    /**
     * The measure where only its first items are asked, each of them needed: those that a patient chose.
     *
     * @param count how many, at least as many as a total needs
     */
    public Measure asking(int count) {
        var scoring = new Scoring(
                this.scoring.rule(),
                Scoring.Missing.NO_TOTAL,
                count,
                this.scoring.decimals(),
                this.scoring.table(),
                this.scoring.source(),
                this.scoring.verify());
        return new Measure(
                id,
                version,
                name,
                direction,
                minimum,
                maximum,
                items.subList(0, count),
                scoring,
                patientItems,
                acceptsTotal,
                licence,
                loinc,
                recallPeriod,
                safetyItems,
                measurementError,
                importantChange,
                target,
                stall);
    }

    /** Whether the instrument can produce this total. */
    public boolean canTotal(BigDecimal total) {
        return isInRange(total) && scoring.canTotal(items, total);
    }

    boolean isInRange(BigDecimal total) {
        return total.compareTo(minimum) >= 0 && total.compareTo(maximum) <= 0;
    }
}
