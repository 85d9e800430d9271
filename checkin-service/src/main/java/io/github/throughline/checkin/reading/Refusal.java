package io.github.throughline.checkin.reading;

import org.jspecify.annotations.Nullable;

/**
 * Why a reading is refused.
 *
 * @param field what is wrong, e.g. items.9; null: the record as a whole
 */
public record Refusal(Code code, @Nullable String field) {

    /** Stable codes, for callers and partners. */
    public enum Code {
        NO_SUCH_MEASURE("there is no such measure; GET /measures lists them"),
        UNKNOWN_ITEM("the measure has no such item"),
        ITEM_OUT_OF_RANGE("the item can not have this answer"),
        IMPOSSIBLE_TOTAL("the measure can not have this total"),
        ITEMS_REQUIRED("the measure is scored from its items"),
        TOTAL_REQUIRED("the measure takes a total only"),
        TIME_AHEAD("the time is more than five minutes ahead of ours; check the clock that it came from"),
        TIME_IMPLAUSIBLE("the time is before the year 2000; check its unit and the clock that it came from"),
        INVALID_RECORD_ID("a record id has 1 to 200 of the characters A-Z a-z 0-9 . _ : / -"),
        DUPLICATE_RECORD_ID("another content came under this record id; send it as a correction or under its own id"),
        RECORD_ID_OF_ANOTHER_READING("this record id belongs to a reading of another measure or episode"),
        UNKNOWN_PATIENT("no open episode with this measure in its plan belongs to this patient"),
        AMBIGUOUS_EPISODE("several open episodes of this patient have the measure; name the episode"),
        UNKNOWN_EPISODE("the patient has no such episode"),
        EPISODE_CLOSED("the episode is closed"),
        UNREADABLE("the record could not be read"),
        NOT_PROCESSED("the record could not be taken in; it will be looked at");

        private final String explanation;

        Code(String explanation) {
            this.explanation = explanation;
        }

        public String explanation() {
            return explanation;
        }
    }

    public static Refusal of(Code code) {
        return new Refusal(code, null);
    }

    public static Refusal of(Code code, String field) {
        return new Refusal(code, field);
    }
}
