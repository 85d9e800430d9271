package io.github.throughline.platform.outbox;

import io.github.throughline.platform.web.Problem;

/** A change whose event the broker would not take: it is refused before it could wait in the outbox for ever. */
public final class EventTooLarge extends Problem {

    EventTooLarge(int bytes, int most) {
        super(
                413,
                "EVENT_TOO_LARGE",
                "the change makes an event of %,d bytes, and %,d are taken; send fewer or shorter entries"
                        .formatted(bytes, most));
    }
}
