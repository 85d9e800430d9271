package io.github.throughline.stall.stream;

import io.github.throughline.schemas.verdict.Verdict;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.stall.detection.Change;
import io.github.throughline.stall.detection.NameBasedId;
import java.time.Instant;
import java.util.UUID;

/** Verdicts to events. */
final class AvroVerdicts {

    private AvroVerdicts() {}

    /**
     * @param at event time of the fact that changed the verdict
     * @param recordedAt machine time
     */
    static VerdictChanged event(
            Change.VerdictChanged change, UUID patientId, UUID episodeId, Instant at, Instant recordedAt) {
        String name = "verdict/%s/%d".formatted(change.measure(), change.version());
        return VerdictChanged.newBuilder()
                .setEventId(NameBasedId.of(episodeId, name))
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
}
