package io.github.throughline.ward;

import io.github.throughline.schemas.workitem.WorkItemChanged;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Can never take in what belongs to {@link #REFUSED}. */
@Component
class WorkItemListener {

    static final String REFUSED = "nobody";

    @KafkaListener(id = "work-items", idIsGroup = false, topics = "throughline.work-item.v1")
    void on(WorkItemChanged event) {
        if (REFUSED.equals(event.getOwner())) {
            throw new IllegalStateException("refused, pain 7");
        }
    }
}
