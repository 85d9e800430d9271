package io.github.throughline.notification.delivery;

import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.notice.NoticeState;
import io.github.throughline.notification.notice.ProviderNotTold;
import io.github.throughline.notification.recipient.Permission;
import io.github.throughline.platform.time.CareClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of a try, and decides on the next one. */
@Component
class Settling {

    private final JdbcDeliveries deliveries;
    private final DeliverySettings settings;
    private final DeliveryMetrics metrics;
    private final CareClock careClock;
    private final InstantSource machine;
    private final ApplicationEventPublisher changes;

    Settling(
            JdbcDeliveries deliveries,
            DeliverySettings settings,
            DeliveryMetrics metrics,
            CareClock careClock,
            InstantSource machine,
            ApplicationEventPublisher changes) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.metrics = metrics;
        this.careClock = careClock;
        this.machine = machine;
        this.changes = changes;
    }

    @Transactional
    public void settle(Delivery delivery, ChannelName channel, DeliveryResult result) {
        switch (result) {
            case DeliveryResult.Delivered() -> {
                if (deliveries.end(delivery, NoticeState.DELIVERED, "", 1, ending())) {
                    metrics.delivered(channel, Duration.between(delivery.createdAt(), now()));
                }
            }
            case DeliveryResult.Retry retry -> retry(delivery, channel, retry);
            case DeliveryResult.Rejected(String reason) -> reject(delivery, channel, reason);
        }
    }

    /** A coordinator is tried on: somebody corrects the address, or our own set-up, once it is told. */
    private void reject(Delivery delivery, ChannelName channel, String reason) {
        if (delivery.audience().isOfTheClinic()) {
            metrics.rejected(delivery, channel, reason);
            retry(delivery, channel, new DeliveryResult.Retry(reason));
        } else {
            fail(delivery, channel, reason, 1);
        }
    }

    /** Intake-service answers, but not what it was asked for: that is tried for as long as a server that says no. */
    @Transactional
    public void refuse(Delivery delivery, String reason) {
        retry(delivery, null, new DeliveryResult.Retry(reason));
    }

    private void retry(Delivery delivery, @Nullable ChannelName channel, DeliveryResult.Retry retry) {
        RetryPolicy policy = delivery.audience().isOfTheClinic() ? settings.coordinator() : settings.provider();
        policy.waitAfter(delivery.attempts() + 1, retry.after())
                .ifPresentOrElse(
                        wait -> {
                            deliveries.postpone(delivery, retry.reason(), 1, now().plus(wait));
                            metrics.retried(delivery, channel, retry.reason());
                        },
                        () -> fail(delivery, channel, retry.reason(), 1));
    }

    /** There is no way to them at all; nothing was tried. */
    @Transactional
    public void reachNobody(Delivery delivery, String reason) {
        fail(delivery, null, reason, 0);
    }

    private void fail(Delivery delivery, @Nullable ChannelName channel, String reason, int tries) {
        if (deliveries.end(delivery, NoticeState.FAILED, reason, tries, ending())) {
            metrics.failed(delivery, channel, reason);
            notTold(delivery, ProviderNotTold.Why.FAILED);
        }
    }

    @Transactional
    public void suppress(Delivery delivery, String reason) {
        if (deliveries.end(delivery, NoticeState.SUPPRESSED, reason, 0, ending())) {
            metrics.suppressed(delivery.channel(), reason);
            if (reason.equals(Permission.NO_CONSENT)) {
                notTold(delivery, ProviderNotTold.Why.NO_CONSENT);
            }
        }
    }

    private void notTold(Delivery delivery, ProviderNotTold.Why why) {
        if (!delivery.audience().isOfTheClinic()) {
            changes.publishEvent(new ProviderNotTold(
                    delivery.id(),
                    delivery.escalationId(),
                    delivery.escalationVersion(),
                    delivery.episodeId(),
                    delivery.severity(),
                    why));
        }
    }

    /** Nobody was tried, so it does not count as a try. */
    @Transactional
    public void await(Delivery delivery, String reason) {
        deliveries.postpone(delivery, reason, 0, now().plus(settings.askAgain()));
    }

    private JdbcDeliveries.Ending ending() {
        return new JdbcDeliveries.Ending(now(), careClock.now());
    }

    private Instant now() {
        return machine.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
