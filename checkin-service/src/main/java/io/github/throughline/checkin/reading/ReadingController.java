package io.github.throughline.checkin.reading;

import io.github.throughline.checkin.reading.Refusal.Code;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.security.Role;
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

        GivenReading from(Origin.Source source) {
            return new GivenReading(
                    Origin.unscheduled(source, recordId),
                    measure,
                    observedAt.truncatedTo(ChronoUnit.MILLIS),
                    items == null ? Map.of() : items,
                    total,
                    Boolean.TRUE.equals(correction));
        }
    }

    private final RecordingReadings recording;
    private final Episodes episodes;

    ReadingController(RecordingReadings recording, Episodes episodes) {
        this.recording = recording;
        this.episodes = episodes;
    }

    @PostMapping("/episodes/{episodeId}/readings")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(
            value = {Role.PATIENT, Role.CAREGIVER, Role.COORDINATOR, Role.PHYSICIAN, Role.THERAPIST, Role.CLINICAL_LEAD
            },
            to = Allow.To.EPISODE)
    ReadingView record(@PathVariable UUID episodeId, @Valid @RequestBody UnscheduledReading reading, Caller caller) {
        Episode episode = episodes.find(episodeId).orElseThrow(() -> new EpisodeNotFound(episodeId));
        if (!episode.isOpen()) {
            throw new ReadingRefused(Refusal.of(Code.EPISODE_CLOSED));
        }
        return switch (recording.record(episodeId, reading.from(Sources.of(caller, episode.patientId())))) {
            case Judgement.Accepted accepted -> ReadingView.of(accepted.reading());
            case Judgement.Repeated repeated -> ReadingView.of(repeated.reading());
            case Judgement.Refused refused -> throw new ReadingRefused(refused.refusal());
        };
    }
}
