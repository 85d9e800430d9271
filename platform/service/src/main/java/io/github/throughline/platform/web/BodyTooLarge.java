package io.github.throughline.platform.web;

/** A request's body is larger than any that a service takes. */
public final class BodyTooLarge extends Problem {

    static final int MOST_BYTES = 1 << 20;

    BodyTooLarge() {
        super(413, "BODY_TOO_LARGE", "a body of more than %,d bytes is not taken".formatted(MOST_BYTES));
    }
}
