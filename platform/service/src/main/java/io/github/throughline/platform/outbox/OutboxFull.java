package io.github.throughline.platform.outbox;

import io.github.throughline.platform.messaging.Recoverable;
import io.github.throughline.platform.web.Problem;

/** So many events wait for Kafka that no change is taken until some have left. */
public final class OutboxFull extends Problem implements Recoverable {

    OutboxFull(long depth) {
        super(503, "OUTBOX_FULL", "%d events wait to be published; try again later".formatted(depth));
    }
}
