package io.github.throughline.notification.delivery;

import io.github.throughline.notification.notice.Audience;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.delivery.*}; all machine time.
 *
 * @param coordinator retries of notices to coordinators
 * @param provider retries of notices to outside providers
 * @param askAgain wait before intake-service is asked again when it did not answer; not counted as a try
 * @param lease how long a notice is held: to ask whom to tell, and again to send
 * @param deadline after which sending is broken off; shorter than the lease
 * @param pollInterval how often pending notices are looked for without a signal
 * @param atOnce tries under way at the same time for each audience: providers that hang hold up no coordinator
 * @param atOncePerProvider the same for each outside provider: one who hangs holds up no other
 */
@Validated
@ConfigurationProperties("throughline.delivery")
public record DeliverySettings(
        @Valid RetryPolicy coordinator,
        @Valid RetryPolicy provider,
        @DefaultValue("5s") Duration askAgain,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("45s") Duration deadline,
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("24") @Min(1) int atOnce,
        @DefaultValue("4") @Min(1) int atOncePerProvider) {

    public DeliverySettings {
        if (deadline.compareTo(lease) >= 0) {
            throw new IllegalArgumentException("throughline.delivery.deadline must be shorter than the lease");
        }
    }

    /** Coordinators are all reached over one mail server of ours: who of them it is makes no difference. */
    int perRecipient(Audience audience) {
        return audience.isOfTheClinic() ? atOnce : atOncePerProvider;
    }
}
