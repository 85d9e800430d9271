package io.github.throughline.checkin.outage;

import io.github.throughline.platform.web.Problem;
import java.util.UUID;

/** There is no such outage, or none any more. */
final class OutageNotFound extends Problem {

    OutageNotFound(UUID outageId) {
        super(404, "OUTAGE_NOT_FOUND", "there is no outage %s; GET /outages lists them".formatted(outageId));
    }
}
