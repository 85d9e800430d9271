package io.github.throughline.checkin.partner;

import io.github.throughline.platform.messaging.RecoverableFailure;
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

    /** Well below the time after which Kafka takes a consumer that does not poll for dead. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final TakingInPartnerRecords takingIn;
    private final RejectionTopics rejections;
    private final KafkaEpisodeProgress episodes;
    private final PartnerSettings settings;
    private final InstantSource machineTime;

    PartnerOutcomeListener(
            TakingInPartnerRecords takingIn,
            RejectionTopics rejections,
            KafkaEpisodeProgress episodes,
            PartnerSettings settings,
            InstantSource machineTime) {
        this.takingIn = takingIn;
        this.rejections = rejections;
        this.episodes = episodes;
        this.settings = settings;
        this.machineTime = machineTime;
    }

    @KafkaListener(
            id = "partner-outcomes",
            groupId = KafkaConsumption.PARTNERS_GROUP,
            topicPattern = PartnerTopics.OUTCOMES,
            properties = "metadata.max.age.ms=#{@partnerTopicRefreshMs}")
    void on(ConsumerRecord<String, ?> sent) throws InterruptedException {
        Place place = place(sent);
        rejections.learn(place.partner());
        if (!(sent.value() instanceof PartnerOutcome outcome)) {
            throw new UnusableRecord("not a PartnerOutcome");
        }
        PartnerRecord record = AvroPartnerOutcomes.read(place, outcome);
        if (takingIn.take(record, true).isEmpty()) {
            waitForEpisode(record);
        }
    }

    /**
     * The record may have overtaken its episode or plan. It is refused once it is older than the partner's patience and
     * everything that was on their topics by then is known here. The partner's clock may be ahead.
     */
    private void waitForEpisode(PartnerRecord record) throws InterruptedException {
        Instant sentAt = record.place().sentAt();
        Instant seenAt = machineTime.instant();
        Instant patienceEnds = (sentAt.isBefore(seenAt) ? sentAt : seenAt).plus(settings.partnerPatience());
        do {
            if (machineTime.instant().isAfter(seenAt.plus(LONGEST_WAIT))) {
                throw new RecoverableFailure("the topics of episodes and plans are not taken in");
            }
            Thread.sleep(LOOK_AGAIN);
        } while (takingIn.take(record, !episodes.hasReached(patienceEnds)).isEmpty());
    }

    static Place place(ConsumerRecord<?, ?> sent) {
        return new Place(
                PartnerTopics.partnerOf(sent.topic()),
                sent.topic(),
                sent.partition(),
                sent.offset(),
                Instant.ofEpochMilli(sent.timestamp()));
    }
}
