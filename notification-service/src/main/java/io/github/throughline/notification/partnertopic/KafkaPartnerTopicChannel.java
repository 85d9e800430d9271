package io.github.throughline.notification.partnertopic;

import io.github.throughline.notification.delivery.Channel;
import io.github.throughline.notification.delivery.Delivery;
import io.github.throughline.notification.delivery.DeliveryResult;
import io.github.throughline.notification.delivery.ProviderMessage;
import io.github.throughline.notification.delivery.ProviderMessages;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.recipient.Recipient;
import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.outbox.Outbox;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.partner.ProviderNotice;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Delivered means: in the outbox, from where it reaches the topic. */
@Component
class KafkaPartnerTopicChannel implements Channel {

    private final ProviderMessages messages;
    private final AvroEncoder encoder;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    KafkaPartnerTopicChannel(
            ProviderMessages messages,
            AvroEncoder encoder,
            Outbox outbox,
            PlatformTransactionManager transactions,
            JsonMapper json) {
        this.messages = messages;
        this.encoder = encoder;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
    }

    @Override
    public ChannelName name() {
        return ChannelName.PARTNER_TOPIC;
    }

    @Override
    public byte[] body(Delivery delivery, Recipient recipient) {
        return json.writeValueAsBytes(messages.make(delivery, recipient));
    }

    @Override
    public DeliveryResult send(Delivery delivery, Recipient recipient, byte[] body) {
        ProviderMessage message = json.readValue(body, ProviderMessage.class);
        String patient = message.patient();
        if (recipient.partner() == null || patient == null) {
            return new DeliveryResult.Rejected("no-partner-patient");
        }
        Topic topic = Topics.partnerNotice(recipient.partner());
        ProviderNotice record = AvroProviderNotices.write(message, patient);
        // A partner's first notice asks the registry for the schema: here, where no transaction waits for it.
        encoder.encode(topic, record);
        var event = new OutboxEvent(
                topic, patient, delivery.id().toString(), delivery.id().value(), message.createdAt(), record);
        try {
            transaction.executeWithoutResult(status -> outbox.append(event));
        } catch (DuplicateKeyException e) {
            return new DeliveryResult.Delivered();
        }
        return new DeliveryResult.Delivered();
    }
}
