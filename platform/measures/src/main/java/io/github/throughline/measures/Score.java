package io.github.throughline.measures;

import java.util.List;

/** What the scorer made of some answers. */
public sealed interface Score {

    /**
     * @param value in points of the measure, rounded as the catalogue declares
     * @param safetyAnswers safety answers among them
     */
    record Scored(double value, List<SafetyAnswer> safetyAnswers) implements Score {

        public Scored {
            safetyAnswers = List.copyOf(safetyAnswers);
        }
    }

    /**
     * The answers are good, but there is no total.
     *
     * @param safetyAnswers safety answers among them: they count without a total
     */
    record Unscorable(Reason reason, List<SafetyAnswer> safetyAnswers) implements Score {

        public Unscorable {
            safetyAnswers = List.copyOf(safetyAnswers);
        }
    }

    /**
     * The input is wrong.
     *
     * @param field what is wrong: items, total, or items.&lt;item id&gt;
     */
    record Refused(Code code, String field) implements Score {}

    /** Why there is no total; stable codes. */
    enum Reason {
        TOO_FEW_ANSWERS
    }

    /** Why the input is refused; stable codes. */
    enum Code {
        UNKNOWN_ITEM,
        ITEM_OUT_OF_RANGE,
        IMPOSSIBLE_TOTAL,
        ITEMS_REQUIRED,
        TOTAL_REQUIRED
    }
}
