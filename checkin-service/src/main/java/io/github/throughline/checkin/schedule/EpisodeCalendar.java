package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a schedule needs to know of its episode.
 *
 * @param zone where the patient lives
 * @param isOpen whether check-ins are held at all
 * @param pauses when the patient is not asked
 * @param reminders when the patient is reminded
 */
record EpisodeCalendar(ZoneId zone, boolean isOpen, List<Pause> pauses, ReminderTimes reminders) {

    EpisodeCalendar {
        pauses = List.copyOf(pauses);
    }

    /**
     * Whether a window is not asked for: on its last day the patient is away. One whose first days alone are in a pause can
     * be answered when they are back.
     */
    boolean isPaused(Window window) {
        LocalDate lastDay = window.endsAt().minusNanos(1).atZone(zone).toLocalDate();
        return pauses.stream().anyMatch(pause -> pause.contains(lastDay));
    }
}
