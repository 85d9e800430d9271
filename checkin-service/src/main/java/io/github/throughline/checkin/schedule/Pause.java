package io.github.throughline.checkin.schedule;

import java.time.LocalDate;

/**
 * A time in which the patient is not asked.
 *
 * @param firstDay in the patient's time zone
 * @param lastDay included
 */
public record Pause(LocalDate firstDay, LocalDate lastDay) {

    boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
