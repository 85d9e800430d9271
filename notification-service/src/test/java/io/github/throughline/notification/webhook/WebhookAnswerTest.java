package io.github.throughline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.delivery.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void aSuccessIsDelivered(int status) {
        assertThat(read(status, null)).isEqualTo(new DeliveryResult.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 429, 500, 503})
    void everythingElseMaySucceedLater(int status) {
        assertThat(read(status, null)).isEqualTo(new DeliveryResult.Retry("http-" + status));
    }

    @Test
    void goneIsNeverAgain() {
        assertThat(read(410, null)).isEqualTo(new DeliveryResult.Rejected("webhook-gone"));
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertThat(read(503, "120")).isEqualTo(new DeliveryResult.Retry("http-503", Duration.ofSeconds(120)));
        assertThat(read(503, "Mon, 02 Nov 2026 10:05:00 GMT"))
                .isEqualTo(new DeliveryResult.Retry("http-503", Duration.ofMinutes(5)));
        assertThat(read(503, "soon")).isEqualTo(new DeliveryResult.Retry("http-503"));
    }

    private static DeliveryResult read(int status, @Nullable String retryAfter) {
        return WebhookAnswer.read(status, Optional.ofNullable(retryAfter), NOW);
    }
}
