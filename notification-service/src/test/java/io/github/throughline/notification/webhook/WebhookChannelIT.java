package io.github.throughline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.InSurroundings;
import io.github.throughline.notification.WebhookSink;
import io.github.throughline.notification.delivery.Delivery;
import io.github.throughline.notification.delivery.DeliveryResult;
import io.github.throughline.notification.delivery.ProviderMessages;
import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.Audience;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.notice.NoticeId;
import io.github.throughline.notification.notice.NoticeKind;
import io.github.throughline.notification.recipient.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@InSurroundings
class WebhookChannelIT {

    private static final String NOBODY = "https://127.0.0.1:1/hook";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ProviderMessages messages;
    private final JdbcDisabledWebhooks disabled;

    WebhookChannelIT(@Autowired ProviderMessages messages, @Autowired JdbcDisabledWebhooks disabled) {
        this.messages = messages;
        this.disabled = disabled;
    }

    @Test
    void whatMustTravelByTlsIsNotSentWithoutIt() {
        try (var sink = new WebhookSink()) {
            // When
            var plain = send(true, sink.url());
            var byTls = send(true, NOBODY);
            var allowed = send(false, sink.url());

            // Then
            assertThat(plain).isEqualTo(new DeliveryResult.Rejected("webhook-without-tls"));
            assertThat(byTls).isEqualTo(new DeliveryResult.Retry("webhook-unreachable"));
            assertThat(allowed).isEqualTo(new DeliveryResult.Delivered());
            assertThat(sink.calls()).hasSize(1);
        }
    }

    private DeliveryResult send(boolean requireHttps, String address) {
        var settings = new WebhookSettings(requireHttps, TIMEOUT, TIMEOUT);
        var channel = new WebhookChannel(messages, disabled, settings, InstantSource.system(), new JsonMapper());
        var clinic = new Recipient(
                "clinic",
                "Clinic",
                ChannelName.WEBHOOK,
                address,
                "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                null,
                null,
                false);
        return channel.send(delivery(), clinic, "{}".getBytes(UTF_8));
    }

    private static Delivery delivery() {
        var now = Instant.parse("2026-05-04T08:00:00Z");
        return new Delivery(
                new NoticeId(UUID.randomUUID()),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                NoticeKind.RAISED,
                Severity.ROUTINE,
                Audience.PROVIDER,
                "clinic",
                null,
                0,
                now,
                now);
    }
}
