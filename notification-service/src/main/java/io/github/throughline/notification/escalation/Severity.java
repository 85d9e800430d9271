package io.github.throughline.notification.escalation;

import java.util.Locale;

/** How soon somebody should act, mildest first. */
public enum Severity {
    ROUTINE,
    URGENT,
    SAFETY;

    /** What people read, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
