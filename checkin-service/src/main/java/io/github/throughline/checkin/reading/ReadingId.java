package io.github.throughline.checkin.reading;

import java.util.UUID;

/** Identity of a reading: its source's record id, never its content. */
public record ReadingId(UUID value) {}
