package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.checkin.reading.Refusal.Code;
import io.github.throughline.platform.messaging.DeadLetterObserver;
import io.github.throughline.schemas.partner.PartnerOutcome;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** A partner is told of a record that goes to the dead letters, too. */
@Component
class RefusingDeadLettersListener implements DeadLetterObserver {

    private final Refusing refusing;
    private final RejectionTopics rejections;

    RefusingDeadLettersListener(Refusing refusing, RejectionTopics rejections) {
        this.refusing = refusing;
        this.rejections = rejections;
    }

    @Override
    public void onDeadLetter(ConsumerRecord<?, ?> record, Exception error) {
        if (!PartnerTopics.isOutcomes(record.topic())) {
            return;
        }
        Place place = PartnerOutcomeListener.place(record);
        rejections.learn(place.partner());
        if (record.value() instanceof PartnerOutcome outcome) {
            refusing.refuse(place, outcome.getRecordId(), Refusal.of(Code.NOT_PROCESSED));
        } else {
            refusing.refuse(place, null, Refusal.of(Code.UNREADABLE));
        }
    }
}
