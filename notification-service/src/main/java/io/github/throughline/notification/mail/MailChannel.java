package io.github.throughline.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.throughline.notification.delivery.Channel;
import io.github.throughline.notification.delivery.Delivery;
import io.github.throughline.notification.delivery.DeliveryResult;
import io.github.throughline.notification.notice.Audience;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.recipient.Recipient;
import io.github.throughline.notification.sharedlink.LinkSettings;
import io.github.throughline.notification.sharedlink.SharedLinks;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.net.URI;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** To coordinators with a link to the console, to outside providers with a shared link. */
@Component
class MailChannel implements Channel {

    private final JavaMailSender sender;
    private final MailSettings settings;
    private final LinkSettings console;
    private final SharedLinks sharedLinks;

    MailChannel(JavaMailSender sender, MailSettings settings, LinkSettings console, SharedLinks sharedLinks) {
        this.sender = sender;
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
        URI link = delivery.audience() == Audience.COORDINATOR
                ? URI.create(console.publicUrl() + "/console/escalations/" + delivery.escalationId())
                : sharedLinks.to(delivery.id()).url();
        return MailWording.body(delivery, link).getBytes(UTF_8);
    }

    @Override
    public DeliveryResult send(Delivery delivery, Recipient recipient, byte[] body) {
        if (recipient.address() == null) {
            return new DeliveryResult.Rejected("no-address");
        }
        try {
            sender.send(new NoticeMail(delivery.id(), settings.from())
                    .to(recipient.address(), MailWording.subject(delivery), new String(body, UTF_8)));
            return new DeliveryResult.Delivered();
        } catch (AddressException e) {
            return new DeliveryResult.Rejected("bad-address");
        } catch (MailAuthenticationException e) {
            return new DeliveryResult.Retry("smtp-not-signed-in");
        } catch (MailSendException e) {
            return SmtpAnswers.refusesAddress(e)
                    ? new DeliveryResult.Rejected("address-refused")
                    : new DeliveryResult.Retry("smtp-failed");
        } catch (MailException | MessagingException e) {
            return new DeliveryResult.Retry("smtp-failed");
        }
    }
}
