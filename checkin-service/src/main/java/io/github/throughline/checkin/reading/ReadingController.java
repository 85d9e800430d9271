package io.github.throughline.checkin.reading;

import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.checkin.access.Giver;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Readings between check-ins. */
@RestController
class ReadingController {

    /**
     * @param recordId the caller's own id of the reading within the episode, the same on every try; it says nothing of who
     *     anybody is
     * @param items answers by item id, null: left out; absent: only a total is known
     * @param correction whether it replaces an earlier reading of this record id; absent: no
     */
    record UnscheduledReading(
            @NotNull String recordId,
            @NotBlank String measure,
            @NotNull Instant observedAt,
            @Nullable @Size(max = 100) Map<String, @Nullable Integer> items,
            @Nullable Double total,
            @Nullable Boolean correction) {

        GivenReading from(Giver giver) {
            return new GivenReading(
                    Origin.unscheduled(giver, recordId),
                    measure,
                    observedAt.truncatedTo(ChronoUnit.MILLIS),
                    items == null ? Map.of() : items,
                    total,
                    Boolean.TRUE.equals(correction));
        }
    }

    private final RecordingReadings recording;
    private final EpisodeAccess access;

    ReadingController(RecordingReadings recording, EpisodeAccess access) {
        this.recording = recording;
        this.access = access;
    }

    @PostMapping("/episodes/{episodeId}/readings")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    ReadingView record(@PathVariable UUID episodeId, @Valid @RequestBody UnscheduledReading reading, Caller caller) {
        GivenReading given = reading.from(access.giver(episodeId, caller));
        return switch (recording.record(episodeId, given)) {
            case Judgement.Accepted accepted -> ReadingView.of(accepted.reading());
            case Judgement.Repeated repeated -> ReadingView.of(repeated.reading());
            case Judgement.Refused refused -> throw new ReadingRefused(refused.refusal());
        };
    }
}
