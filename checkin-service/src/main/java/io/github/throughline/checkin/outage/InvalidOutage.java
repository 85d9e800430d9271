package io.github.throughline.checkin.outage;

import io.github.throughline.platform.web.Problem;

/** An outage that ends before it starts, or is longer than any that is declared on purpose. */
final class InvalidOutage extends Problem {

    InvalidOutage() {
        super(400, "INVALID_OUTAGE", "an outage ends after it starts and lasts at most 31 days", "until");
    }
}
