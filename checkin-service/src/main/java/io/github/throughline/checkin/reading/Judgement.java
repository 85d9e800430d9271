package io.github.throughline.checkin.reading;

/** What becomes of a given reading. */
public sealed interface Judgement {

    /** It is new, or a correction. */
    record Accepted(Reading reading) implements Judgement {}

    /** It is known already, with the same content: nothing is done again. */
    record Repeated(Reading reading) implements Judgement {}

    record Refused(Refusal refusal) implements Judgement {}
}
