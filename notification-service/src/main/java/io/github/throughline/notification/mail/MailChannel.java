package io.github.throughline.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.throughline.notification.delivery.Channel;
import io.github.throughline.notification.delivery.Delivery;
import io.github.throughline.notification.delivery.DeliveryResult;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.recipient.Recipient;
import io.github.throughline.notification.sharedlink.LinkSettings;
import io.github.throughline.notification.sharedlink.SharedLinks;
import java.net.URI;
import org.springframework.stereotype.Component;

/** To coordinators with a link to the console, to outside providers with a shared link. */
@Component
class MailChannel implements Channel {

    private final SmtpSending smtp;
    private final MailSettings settings;
    private final LinkSettings console;
    private final SharedLinks sharedLinks;

    MailChannel(SmtpSending smtp, MailSettings settings, LinkSettings console, SharedLinks sharedLinks) {
        this.smtp = smtp;
        this.settings = settings;
        this.console = console;
        this.sharedLinks = sharedLinks;
    }

    @Override
    public ChannelName name() {
        return ChannelName.EMAIL;
    }

    @Override
    public byte[] body(Delivery delivery, Recipient recipient) {
        URI link = delivery.audience().isOfTheClinic()
                ? URI.create(console.publicUrl() + "/console/escalations/" + delivery.escalationId())
                : sharedLinks.to(delivery.id()).url();
        return MailWording.body(delivery, link).getBytes(UTF_8);
    }

    @Override
    public DeliveryResult send(Delivery delivery, Recipient recipient, byte[] body) {
        String address = recipient.address();
        if (address == null) {
            return new DeliveryResult.Rejected("no-address");
        }
        String text = new String(body, UTF_8);
        return smtp.send(() -> new NoticeMail(delivery.id().value(), NoticeMail.HEADER, settings.from())
                .to(address, MailWording.subject(delivery), text));
    }
}
