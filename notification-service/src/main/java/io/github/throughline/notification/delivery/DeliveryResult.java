package io.github.throughline.notification.delivery;

import java.time.Duration;

/** What a channel answers. When to try again is the stage's to decide. */
public sealed interface DeliveryResult {

    record Delivered() implements DeliveryResult {}

    /**
     * It may succeed later.
     *
     * @param reason stable code, e.g. http-503
     * @param after the recipient's wish, zero: none; machine time
     */
    record Retry(String reason, Duration after) implements DeliveryResult {

        public Retry(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /** It will never succeed. */
    record Rejected(String reason) implements DeliveryResult {}
}
