package io.github.throughline.notification.webhook;

import io.github.throughline.notification.delivery.DeliveryResult;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a webhook's HTTP answer means. */
final class WebhookAnswer {

    static final int GONE = 410;
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    private WebhookAnswer() {}

    /**
     * 2xx is delivered, 410 is never again, everything else (redirects too) may succeed later.
     *
     * @param retryAfter the header, seconds or an HTTP date
     */
    static DeliveryResult read(int status, Optional<String> retryAfter, Instant machineNow) {
        if (status >= OK && status < NOT_OK) {
            return new DeliveryResult.Delivered();
        }
        if (status == GONE) {
            return new DeliveryResult.Rejected("webhook-gone");
        }
        return new DeliveryResult.Retry(
                "http-" + status,
                retryAfter.flatMap(text -> wait(text, machineNow)).orElse(Duration.ZERO));
    }

    private static Optional<Duration> wait(String text, Instant machineNow) {
        try {
            return Optional.of(
                    text.chars().allMatch(Character::isDigit)
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(
                                    machineNow,
                                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant()));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
