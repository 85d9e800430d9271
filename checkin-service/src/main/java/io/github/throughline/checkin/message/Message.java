package io.github.throughline.checkin.message;

import io.github.throughline.checkin.StableIds;
import io.github.throughline.checkin.checkin.CheckinId;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody wrote to the coordinator.
 *
 * @param author subject of whoever wrote it
 * @param text free text, at most {@link #LONGEST} characters
 */
public record Message(UUID id, UUID episodeId, Instant writtenAt, String author, String text) {

    public static final int LONGEST = 2000;

    /** The message that is submitted with a check-in; there is one. */
    public static Message with(CheckinId checkin, UUID episodeId, Instant writtenAt, String author, String text) {
        return new Message(StableIds.of("message", checkin.toString()), episodeId, writtenAt, author, text);
    }

    /** Without what was written: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
