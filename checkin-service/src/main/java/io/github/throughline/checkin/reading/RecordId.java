package io.github.throughline.checkin.reading;

/** What a record id may be, so that databases and logs can hold it. */
public final class RecordId {

    /** In UTF-16 units. */
    public static final int LONGEST = 200;

    private RecordId() {}

    static boolean isValid(String recordId) {
        return !recordId.isBlank() && recordId.length() <= LONGEST && isClean(recordId);
    }

    /** Whether it is free of what is no character to read; PostgreSQL for one refuses a NUL. */
    public static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
