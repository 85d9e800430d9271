package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.checkin.reading.Refusal.Code;
import io.github.throughline.platform.messaging.DeadLetterObserver;
import io.github.throughline.schemas.partner.PartnerOutcome;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A partner is told of a record that goes to the dead letters, too. */
@Component
class RefusingDeadLettersListener implements DeadLetterObserver {

    private final Deliveries deliveries;
    private final Refusing refusing;
    private final RejectionTopics rejections;
    private final TransactionTemplate transaction;

    RefusingDeadLettersListener(
            Deliveries deliveries,
            Refusing refusing,
            RejectionTopics rejections,
            PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.refusing = refusing;
        this.rejections = rejections;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void onDeadLetter(ConsumerRecord<?, ?> record, Exception error) {
        if (!PartnerTopics.isOutcomes(record.topic())) {
            return;
        }
        Place place = PartnerOutcomeListener.place(record);
        rejections.learn(place.partner());
        transaction.executeWithoutResult(status -> {
            if (deliveries.first(place)) {
                refuse(place, record.value());
            }
        });
    }

    private void refuse(Place place, @Nullable Object value) {
        if (value instanceof PartnerOutcome outcome) {
            refusing.refuse(place, outcome.getRecordId(), Refusal.of(Code.NOT_PROCESSED));
        } else {
            refusing.refuse(place, null, Refusal.of(Code.UNREADABLE));
        }
    }
}
