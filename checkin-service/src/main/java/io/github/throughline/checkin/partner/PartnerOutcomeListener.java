package io.github.throughline.checkin.partner;

import io.github.throughline.platform.messaging.UnusableRecord;
import io.github.throughline.schemas.partner.PartnerOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Listens on every partner's outcome topic, those of partners to come included. */
@Component
class PartnerOutcomeListener {

    /** Between two looks for an episode that is not known yet, machine time. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final TakingInPartnerRecords takingIn;
    private final RejectionSchemas schemas;
    private final PartnerSettings settings;
    private final InstantSource machineTime;

    PartnerOutcomeListener(
            TakingInPartnerRecords takingIn,
            RejectionSchemas schemas,
            PartnerSettings settings,
            InstantSource machineTime) {
        this.takingIn = takingIn;
        this.schemas = schemas;
        this.settings = settings;
        this.machineTime = machineTime;
    }

    @KafkaListener(
            id = "partner-outcomes",
            idIsGroup = false,
            topicPattern = PartnerTopics.OUTCOMES,
            properties = "metadata.max.age.ms=#{@partnerTopicRefreshMs}")
    void on(ConsumerRecord<String, ?> sent) throws InterruptedException {
        Place place = place(sent);
        schemas.learn(place.partner());
        if (!(sent.value() instanceof PartnerOutcome outcome)) {
            throw new UnusableRecord("not a PartnerOutcome");
        }
        PartnerRecord record = AvroPartnerOutcomes.read(place, outcome);
        Instant patienceEnds = Instant.ofEpochMilli(sent.timestamp()).plus(settings.partnerPatience());
        while (takingIn.take(record, machineTime.instant().isBefore(patienceEnds))
                .isEmpty()) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    static Place place(ConsumerRecord<?, ?> sent) {
        return new Place(PartnerTopics.partnerOf(sent.topic()), sent.topic(), sent.partition(), sent.offset());
    }
}
