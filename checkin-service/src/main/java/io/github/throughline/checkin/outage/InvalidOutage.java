package io.github.throughline.checkin.outage;

import io.github.throughline.platform.web.Problem;

/** An outage that ends before it starts, is longer than any that is declared on purpose, or lies ages away. */
final class InvalidOutage extends Problem {

    InvalidOutage() {
        super(
                400,
                "INVALID_OUTAGE",
                "an outage ends after it starts, lasts at most 31 days, and is not before the year 2000 or after 3000",
                "until");
    }
}
