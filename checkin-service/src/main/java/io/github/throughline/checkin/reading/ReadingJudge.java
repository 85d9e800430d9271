package io.github.throughline.checkin.reading;

import io.github.throughline.checkin.reading.Refusal.Code;
import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.Score;
import io.github.throughline.measures.Scorer;
import io.github.throughline.signedplan.PlannedMeasure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Accepts, recognises or refuses what was given, the same from every source. */
public final class ReadingJudge {

    /** So far may a source's clock be ahead of care time. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** Nothing is recorded of before; seconds that were sent as milliseconds lie there, too. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final MeasureCatalogue catalogue;
    private final UnaryOperator<String> fingerprint;

    /** @param fingerprint of a content, to tell a repeated record from another one under the same id */
    ReadingJudge(MeasureCatalogue catalogue, UnaryOperator<String> fingerprint) {
        this.catalogue = catalogue;
        this.fingerprint = fingerprint;
    }

    /**
     * Judges what was given for an episode.
     *
     * @param known the reading of the same id; empty: it is the first
     * @param planned the measure as the plan of that time has it; empty: it has it not
     */
    Judgement judge(
            GivenReading given,
            UUID episodeId,
            Optional<Reading> known,
            Optional<PlannedMeasure> planned,
            Instant careNow) {
        Optional<Refusal> unusable = unusable(given, careNow);
        if (unusable.isPresent()) {
            return new Judgement.Refused(unusable.get());
        }
        return known.map(reading -> judgeAgain(given, episodeId, reading, planned))
                .orElseGet(() -> judge(given, episodeId, 1, planned));
    }

    /** What can not even be compared with a known reading. */
    private static Optional<Refusal> unusable(GivenReading given, Instant careNow) {
        if (!given.origin().hasValidRecordId()) {
            return Optional.of(Refusal.of(Code.INVALID_RECORD_ID, "recordId"));
        }
        if (given.observedAt().isBefore(EARLIEST)) {
            return Optional.of(Refusal.of(Code.TIME_IMPLAUSIBLE, "observedAt"));
        }
        return given.observedAt().isAfter(careNow.plus(CLOCK_TOLERANCE))
                ? Optional.of(Refusal.of(Code.TIME_AHEAD, "observedAt"))
                : Optional.empty();
    }

    private Judgement judgeAgain(GivenReading given, UUID episodeId, Reading known, Optional<PlannedMeasure> planned) {
        if (!known.episodeId().equals(episodeId) || !known.result().measure().equals(given.measure())) {
            return refused(Code.RECORD_ID_OF_ANOTHER_READING, "recordId");
        }
        if (known.revision().fingerprint().equals(fingerprint.apply(given.content()))) {
            return new Judgement.Repeated(known);
        }
        return given.isCorrection()
                ? judge(given, episodeId, known.revision().version() + 1, planned)
                : refused(Code.DUPLICATE_RECORD_ID, "recordId");
    }

    private Judgement judge(GivenReading given, UUID episodeId, int version, Optional<PlannedMeasure> planned) {
        Optional<Measure> measure = catalogue.measure(given.measure());
        return measure.isEmpty()
                ? refused(Code.NO_SUCH_MEASURE, "measure")
                : scored(given, episodeId, version, asked(measure.get(), planned));
    }

    /** Of items that the patient chose, those that the plan names are asked, and all of them. */
    private static Measure asked(Measure measure, Optional<PlannedMeasure> planned) {
        int items = planned.map(p -> p.patientItems().size()).orElse(0);
        return measure.patientItems() && items > 0 ? measure.asking(items) : measure;
    }

    private Judgement scored(GivenReading given, UUID episodeId, int version, Measure measure) {
        // Items of which none was answered are a skipped questionnaire, not a missing one.
        Score score = given.items().isEmpty()
                ? Scorer.score(measure, given.answers(), given.total())
                : Scorer.score(measure, given.answers());
        return switch (score) {
            case Score.Refused refused -> new Judgement.Refused(refusal(refused));
            case Score.Scored scored ->
                accepted(
                        given,
                        episodeId,
                        version,
                        new Reading.Result(
                                measure.id(),
                                measure.version(),
                                scored.value(),
                                null,
                                scored.safetyAnswers(),
                                given.answers()));
            case Score.Unscorable unscorable ->
                accepted(
                        given,
                        episodeId,
                        version,
                        new Reading.Result(
                                measure.id(),
                                measure.version(),
                                null,
                                unscorable.reason().name(),
                                unscorable.safetyAnswers(),
                                given.answers()));
        };
    }

    private Judgement accepted(GivenReading given, UUID episodeId, int version, Reading.Result result) {
        return new Judgement.Accepted(new Reading(
                given.origin().readingId(episodeId),
                episodeId,
                given.origin(),
                given.observedAt(),
                result,
                new Reading.Revision(version, fingerprint.apply(given.content()))));
    }

    private static Refusal refusal(Score.Refused refused) {
        Code code = switch (refused.code()) {
            case UNKNOWN_ITEM -> Code.UNKNOWN_ITEM;
            case ITEM_OUT_OF_RANGE -> Code.ITEM_OUT_OF_RANGE;
            case IMPOSSIBLE_TOTAL -> Code.IMPOSSIBLE_TOTAL;
            case ITEMS_REQUIRED -> Code.ITEMS_REQUIRED;
            case TOTAL_REQUIRED -> Code.TOTAL_REQUIRED;
        };
        return Refusal.of(code, refused.field());
    }

    private static Judgement refused(Code code, String field) {
        return new Judgement.Refused(Refusal.of(code, field));
    }
}
