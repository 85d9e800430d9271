package io.github.throughline.notification.webhook;

import io.github.throughline.notification.delivery.ProviderMessage;
import io.github.throughline.notification.escalation.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a webhook, in the shape that Standard Webhooks recommends.
 *
 * @param type escalation.raised, .updated, .resolved or .withdrawn
 * @param timestamp when the notice was made, care time
 */
record WebhookBody(String type, Instant timestamp, Data data) {

    /** @param patient the partner's own id of the patient; null: the partner has none */
    record Data(UUID noticeId, @Nullable String patient, Severity severity, URI link, Instant linkExpiresAt) {}

    static WebhookBody of(ProviderMessage message) {
        return new WebhookBody(
                "escalation." + message.kind().name().toLowerCase(Locale.ROOT),
                message.createdAt(),
                new Data(
                        message.noticeId(),
                        message.patient(),
                        message.severity(),
                        message.link(),
                        message.expiresAt()));
    }
}
