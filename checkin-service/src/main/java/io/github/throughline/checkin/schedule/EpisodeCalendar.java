package io.github.throughline.checkin.schedule;

import java.time.ZoneId;

/**
 * What a schedule needs to know of its episode.
 *
 * @param zone where the patient lives
 * @param isOpen whether check-ins are held at all
 */
record EpisodeCalendar(ZoneId zone, boolean isOpen) {}
