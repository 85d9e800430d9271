package io.github.throughline.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.throughline.notification.delivery.Channel;
import io.github.throughline.notification.delivery.Delivery;
import io.github.throughline.notification.delivery.DeliveryResult;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.notice.NoticeKind;
import io.github.throughline.notification.notice.Notices;
import io.github.throughline.notification.recipient.Recipient;
import io.github.throughline.notification.sharedlink.LinkSettings;
import io.github.throughline.notification.sharedlink.SharedLinks;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** To coordinators with a link to the console, to outside providers with a shared link. */
@Component
class MailChannel implements Channel {

    private final SmtpSending smtp;
    private final MailSettings settings;
    private final LinkSettings console;
    private final SharedLinks sharedLinks;
    private final Notices notices;

    MailChannel(
            SmtpSending smtp, MailSettings settings, LinkSettings console, SharedLinks sharedLinks, Notices notices) {
        this.smtp = smtp;
        this.settings = settings;
        this.console = console;
        this.sharedLinks = sharedLinks;
        this.notices = notices;
    }

    @Override
    public ChannelName name() {
        return ChannelName.EMAIL;
    }

    @Override
    public byte[] body(Delivery delivery, Recipient recipient) {
        Map<UUID, NoticeKind> news = news(delivery);
        NoticeKind last = news.getOrDefault(delivery.escalationId(), delivery.kind());
        String text = news.size() == 1
                ? MailWording.body(delivery, last, link(delivery)) + acknowledging(delivery, last)
                : MailWording.body(delivery, news, this::console);
        return text.getBytes(UTF_8);
    }

    /** By escalation, oldest first: of each what was found last. */
    private Map<UUID, NoticeKind> news(Delivery delivery) {
        var news = new LinkedHashMap<UUID, NoticeKind>();
        news.put(delivery.escalationId(), delivery.kind());
        notices.bundledWith(delivery.id()).forEach(notice -> news.put(notice.escalationId(), notice.kind()));
        return news;
    }

    /** Of what somebody is to take hold of. */
    private String acknowledging(Delivery delivery, NoticeKind kind) {
        return delivery.audience().isOfTheClinic() && kind.asksSomebody()
                ? MailWording.acknowledging(
                        sharedLinks.toAcknowledge(delivery.id()).url())
                : "";
    }

    private URI link(Delivery delivery) {
        return delivery.audience().isOfTheClinic()
                ? console(delivery.escalationId())
                : sharedLinks.to(delivery.id()).url();
    }

    private URI console(UUID escalationId) {
        return URI.create(console.publicUrl() + "/console/escalations/" + escalationId);
    }

    @Override
    public DeliveryResult send(Delivery delivery, Recipient recipient, byte[] body) {
        String address = recipient.address();
        if (address == null) {
            return new DeliveryResult.Rejected("no-address");
        }
        String text = new String(body, UTF_8);
        return smtp.send(() -> new NoticeMail(delivery.id().value(), NoticeMail.HEADER, settings.from())
                .to(address, MailWording.subject(delivery, news(delivery)), text)
                .alsoAs(MailHtml.of(text)));
    }
}
