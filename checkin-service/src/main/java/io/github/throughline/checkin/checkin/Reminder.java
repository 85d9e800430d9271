package io.github.throughline.checkin.checkin;

import java.util.Optional;

/** What a patient is reminded of, in its order. */
public enum Reminder {
    /** The check-in can be answered. */
    OPENED,
    /** Its window ends soon. */
    ENDING,
    /** Its window has ended, grace runs. */
    OVERDUE;

    static Optional<Reminder> after(int behind) {
        return behind < values().length ? Optional.of(values()[behind]) : Optional.empty();
    }
}
