package io.github.throughline.checkin.reading;

import java.util.regex.Pattern;

/** What a record id may be: it stands on a topic for ever, so that there is no room in it for what tells who somebody is. */
public final class RecordId {

    public static final int LONGEST = 200;

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:/-]{1," + LONGEST + "}");

    private RecordId() {}

    static boolean isValid(String recordId) {
        return VALID.matcher(recordId).matches();
    }

    /** Whether a text is free of what is no character to read; PostgreSQL for one refuses a NUL. */
    public static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
