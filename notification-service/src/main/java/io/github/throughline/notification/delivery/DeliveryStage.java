package io.github.throughline.notification.delivery;

import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.recipient.Permission;
import io.github.throughline.notification.recipient.Recipient;
import io.github.throughline.notification.recipient.Recipients;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One try of one notice: ask for address and consent, say it over the channel, settle. */
@Component
class DeliveryStage {

    private final Recipients recipients;
    private final Map<ChannelName, Channel> channels = new EnumMap<>(ChannelName.class);
    private final JdbcDeliveries deliveries;
    private final Sending sending;
    private final Settling settling;

    DeliveryStage(
            Recipients recipients,
            List<Channel> channels,
            JdbcDeliveries deliveries,
            Sending sending,
            Settling settling) {
        this.recipients = recipients;
        channels.forEach(channel -> this.channels.put(channel.name(), channel));
        this.deliveries = deliveries;
        this.sending = sending;
        this.settling = settling;
    }

    void attempt(Delivery delivery) {
        switch (permission(delivery)) {
            case Permission.Granted granted -> say(delivery, granted.recipient());
            case Permission.Denied denied -> settling.suppress(delivery, denied.reason());
            case Permission.Refused refused -> settling.refuse(delivery, refused.reason());
            case Permission.Unknown unknown -> settling.await(delivery, unknown.reason());
        }
    }

    private Permission permission(Delivery delivery) {
        if (!delivery.audience().isOfTheClinic()) {
            return recipients.member(delivery.episodeId(), delivery.recipient());
        }
        Optional<Recipient> coordinator = recipients.coordinator(delivery.recipient());
        return coordinator
                .<Permission>map(Permission.Granted::new)
                .orElseGet(() -> new Permission.Unknown("address-unknown"));
    }

    private void say(Delivery delivery, Recipient recipient) {
        Channel channel = recipient.channel() == null ? null : channels.get(recipient.channel());
        if (channel == null) {
            withoutChannel(delivery, recipient);
            return;
        }
        bodyOf(delivery, channel, recipient)
                .flatMap(body -> sending.send(channel, delivery, recipient, body))
                .ifPresent(result -> settling.settle(delivery, channel.name(), result));
    }

    private void withoutChannel(Delivery delivery, Recipient recipient) {
        if (recipient.wantsNoNotices()) {
            settling.suppress(delivery, "no-channel");
        } else {
            settling.reachNobody(delivery, "no-usable-channel");
        }
    }

    /** Made once and kept before the first try. Empty: somebody else holds the notice now. */
    private Optional<byte[]> bodyOf(Delivery delivery, Channel channel, Recipient recipient) {
        Optional<byte[]> kept = deliveries.body(delivery, channel.name());
        if (kept.isPresent()) {
            return kept;
        }
        byte[] made = channel.body(delivery, recipient);
        return deliveries.keepBody(delivery, channel.name(), made) ? Optional.of(made) : Optional.empty();
    }
}
