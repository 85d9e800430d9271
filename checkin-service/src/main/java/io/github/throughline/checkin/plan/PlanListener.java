package io.github.throughline.checkin.plan;

import io.github.throughline.platform.plan.PlanKeys;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in signed plan versions; one whose signature does not hold goes to the dead letters. */
@Component
class PlanListener {

    private final PlanKeys keys;
    private final PlanFollower follower;

    PlanListener(PlanKeys keys, PlanFollower follower) {
        this.keys = keys;
        this.follower = follower;
    }

    @KafkaListener(id = "plans", idIsGroup = false, topics = "throughline.plan.v1")
    @Transactional
    public void on(PlanVersionChanged event, @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long writtenAt) {
        byte[] signed = AvroPlans.signed(event);
        follower.follow(AvroPlans.read(event, signed, keys, Instant.ofEpochMilli(writtenAt)), signed);
    }
}
