package io.github.throughline.notification.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people read them, in the patient's time zone. */
record TimeWords(ZoneId zone, Instant careNow) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final int WEEKS_FROM = 14;
    private static final int HOURS_UNTIL = 48;
    private static final int MONTHS_FROM = 70;

    /** E.g. 3 Nov 2026. */
    String date(Instant instant) {
        return DATE.format(instant.atZone(zone));
    }

    /** E.g. 3 Nov 2026, 14:05. */
    String dateTime(Instant instant) {
        return DATE_TIME.format(instant.atZone(zone));
    }

    /** E.g. today, yesterday, 5 days ago, 3 weeks ago. */
    String ago(Instant instant) {
        long days = ChronoUnit.DAYS.between(day(instant), day(careNow));
        if (days <= 0) {
            return "today";
        }
        if (days == 1) {
            return "yesterday";
        }
        if (days < WEEKS_FROM) {
            return days + " days ago";
        }
        return days < MONTHS_FROM ? days / 7 + " weeks ago" : days / 30 + " months ago";
    }

    /** E.g. within the hour, in 3 hours, in 2 days: of what is to come. */
    String in(Instant instant) {
        long hours = Math.ceilDiv(Duration.between(careNow, instant).toMinutes(), 60);
        if (hours <= 1) {
            return "within the hour";
        }
        return hours < HOURS_UNTIL ? "in " + hours + " hours" : "in " + Math.ceilDiv(hours, 24) + " days";
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
