package io.github.throughline.sandbox.report;

import java.util.Locale;

/** Something that must not be after a run. */
record Finding(Kind kind, String text) {

    /** What kind of failure it is. */
    enum Kind {
        /** Accepted without its outcome, put aside, or an escalation version missing or without a notice delivered. */
        LOST,
        /** One source with two outcomes, or one escalation version published or told twice. */
        DOUBLED,
        /** Anything else that nobody foresaw: a refusal, an answer that was never sent, a notice to the wrong person. */
        UNEXPECTED
    }

    static Finding lost(String text) {
        return new Finding(Kind.LOST, text);
    }

    static Finding doubled(String text) {
        return new Finding(Kind.DOUBLED, text);
    }

    static Finding unexpected(String text) {
        return new Finding(Kind.UNEXPECTED, text);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ": " + text;
    }
}
