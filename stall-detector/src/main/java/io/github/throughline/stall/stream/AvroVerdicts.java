package io.github.throughline.stall.stream;

import io.github.throughline.schemas.verdict.Verdict;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.stall.detection.Change;
import io.github.throughline.stall.detection.NameBasedId;
import java.time.Instant;
import java.util.UUID;

/** Verdicts to events. */
public final class AvroVerdicts {

    private AvroVerdicts() {}

    /**
     * @param at event time of the fact that changed the verdict
     * @param recordedAt machine time
     */
    static VerdictChanged event(
            Change.VerdictChanged change, UUID patientId, UUID episodeId, Instant at, Instant recordedAt) {
        return VerdictChanged.newBuilder()
                .setEventId(eventId(episodeId, change.measure(), change.version()))
                .setVersion(change.version())
                .setOccurredAt(at)
                .setRecordedAt(recordedAt)
                .setPatientId(patientId)
                .setEpisodeId(episodeId)
                .setMeasure(change.measure())
                .setVerdict(Verdict.valueOf(change.verdict().kind().name()))
                .setReason(change.verdict().reason().code())
                .setSince(change.verdict().since())
                .setLevel(change.verdict().level())
                .build();
    }

    /** What an event says, as another change of the same verdict. */
    public static VerdictChanged as(VerdictChanged event, int version) {
        return VerdictChanged.newBuilder(event)
                .setEventId(eventId(event.getEpisodeId(), event.getMeasure(), version))
                .setVersion(version)
                .build();
    }

    private static UUID eventId(UUID episodeId, String measure, int version) {
        return NameBasedId.of(episodeId, "verdict/%s/%d".formatted(measure, version));
    }
}
