package io.github.throughline.notification.delivery;

import io.github.throughline.notification.recipient.Recipient;
import io.github.throughline.notification.sharedlink.SharedLinks;
import org.springframework.stereotype.Component;

/** Makes the messages that outside providers' systems are told. */
@Component
public class ProviderMessages {

    private final SharedLinks links;

    ProviderMessages(SharedLinks links) {
        this.links = links;
    }

    /** A new message with a link of its own: keep it, so that every try says the same. */
    public ProviderMessage make(Delivery delivery, Recipient recipient) {
        SharedLinks.Link link = links.to(delivery.id());
        return new ProviderMessage(
                delivery.id().value(),
                recipient.partnerPatient(),
                delivery.kind(),
                delivery.severity(),
                link.url(),
                link.expiresAt(),
                delivery.createdCareAt());
    }
}
