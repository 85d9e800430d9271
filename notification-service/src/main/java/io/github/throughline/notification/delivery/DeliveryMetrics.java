package io.github.throughline.notification.delivery;

import io.github.throughline.notification.notice.ChannelName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/** Counts and logs what became of notices, by channel and state. */
@Component
class DeliveryMetrics {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryMetrics.class);
    private static final String NOTICES = "throughline.notices";

    private final MeterRegistry metrics;

    DeliveryMetrics(MeterRegistry metrics, JdbcDeliveries deliveries) {
        this.metrics = metrics;
        Gauge.builder("throughline.notices.pending", deliveries, JdbcDeliveries::countPending)
                .description("Notices on their way")
                .register(metrics);
    }

    void delivered(ChannelName channel, Duration latency) {
        count(channel, "delivered");
        Timer.builder("throughline.notices.latency")
                .description("From the making of a notice to its delivery, machine time")
                .tag("channel", word(channel))
                .publishPercentileHistogram()
                .register(metrics)
                .record(latency);
    }

    void retried(Delivery delivery, @Nullable ChannelName channel, String reason) {
        count(channel, "retried");
        LOGGER.atWarn()
                .addKeyValue("noticeId", delivery.id())
                .addKeyValue("channel", word(channel))
                .addKeyValue("reason", reason)
                .log("notice not delivered, will be tried again");
    }

    /** Somebody must do something, though it is tried on. */
    void rejected(Delivery delivery, ChannelName channel, String reason) {
        count(channel, "rejected");
        error(delivery, channel, reason).log("notice refused for good, tried again until somebody mends the cause");
    }

    void failed(Delivery delivery, @Nullable ChannelName channel, String reason) {
        count(channel, "failed");
        error(delivery, channel, reason).log("notice could not be delivered");
    }

    private static LoggingEventBuilder error(Delivery delivery, @Nullable ChannelName channel, String reason) {
        return LOGGER.atError()
                .addKeyValue("noticeId", delivery.id())
                .addKeyValue("escalationId", delivery.escalationId())
                .addKeyValue("channel", word(channel))
                .addKeyValue("audience", delivery.audience())
                .addKeyValue("reason", reason);
    }

    void suppressed(@Nullable ChannelName channel, String reason) {
        metrics.counter(NOTICES, "channel", word(channel), "state", "suppressed", "reason", reason)
                .increment();
    }

    private void count(@Nullable ChannelName channel, String state) {
        metrics.counter(NOTICES, "channel", word(channel), "state", state, "reason", "")
                .increment();
    }

    private static String word(@Nullable ChannelName channel) {
        return channel == null
                ? "none"
                : channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
