package io.github.throughline.stall.explain;

import org.jspecify.annotations.Nullable;

/** What was given is no escalation as {@code GET /escalations/ID} answers it. */
public final class UnreadableEscalation extends RuntimeException {

    UnreadableEscalation(@Nullable String reason, @Nullable Throwable cause) {
        super("no escalation as GET /escalations/ID answers it: " + reason, cause);
    }
}
