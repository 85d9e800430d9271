package io.github.throughline.notification.delivery;

import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.recipient.Recipient;

/** One way to reach somebody. */
public interface Channel {

    ChannelName name();

    /** What is said; asked for once, kept, and the same on every try. */
    byte[] body(Delivery delivery, Recipient recipient);

    /** Tries once. No database transaction is open while it runs. */
    DeliveryResult send(Delivery delivery, Recipient recipient, byte[] body);
}
