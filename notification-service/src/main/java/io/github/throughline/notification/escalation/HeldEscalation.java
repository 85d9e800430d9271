package io.github.throughline.notification.escalation;

import org.jspecify.annotations.Nullable;

/** An escalation and what people did with it. Null: not acknowledged since it was last raised. */
public record HeldEscalation(
        Escalation escalation, @Nullable Acknowledgement acknowledgement) {}
