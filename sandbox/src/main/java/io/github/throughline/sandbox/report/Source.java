package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes two readings one: the record from which they come, as its sender knows it. Never an id that the system gave.
 *
 * @param owner a partner or a check-in; empty: a client's own numbering
 * @param record what it is called there
 */
record Source(String owner, String record) {

    static Source of(Fact.Outcome outcome) {
        return outcome.partner()
                .map(partner -> new Source(partner, outcome.recordId()))
                .or(() -> outcome.checkinId().map(checkin -> new Source(checkin.toString(), outcome.measure())))
                .orElseGet(() -> new Source("", outcome.recordId()));
    }

    /** Those of what was accepted. */
    static Stream<Source> of(Sent sent) {
        return switch (sent) {
            case Sent.Submission submission ->
                submission.measures().stream()
                        .map(measure -> new Source(submission.checkinId().toString(), measure));
            case Sent.SingleReading reading -> Stream.of(new Source("", reading.recordId()));
            case Sent.PartnerRecord record -> Stream.of(new Source(record.partner(), record.recordId()));
            case Sent.RefusedByRest refused -> Stream.empty();
        };
    }

    static Optional<Source> of(Fact.Rejection rejection) {
        return rejection.recordId().map(record -> new Source(rejection.partner(), record));
    }

    static List<Source> allOf(Evidence evidence) {
        return evidence.sent().stream().flatMap(Source::of).toList();
    }

    @Override
    public String toString() {
        return owner.isEmpty() ? record : owner + "/" + record;
    }
}
