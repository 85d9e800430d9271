package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.outage.OutageWatch;
import io.github.throughline.platform.messaging.Recoverable;
import io.github.throughline.platform.time.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns the passing of time into facts: takes the episodes in which something has fallen due. */
@Component
class DueCheckins implements DueWork {

    private static final Logger LOGGER = LoggerFactory.getLogger(DueCheckins.class);

    private final Schedules schedules;
    private final Scheduling scheduling;
    private final TopicProgress topics;
    private final OutageWatch outages;
    private final HeldMisses heldMisses;
    private final TransactionTemplate savepoint;

    DueCheckins(
            Schedules schedules,
            Scheduling scheduling,
            TopicProgress topics,
            OutageWatch outages,
            HeldMisses heldMisses,
            PlatformTransactionManager transactions) {
        this.schedules = schedules;
        this.scheduling = scheduling;
        this.topics = topics;
        this.outages = outages;
        this.heldMisses = heldMisses;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String name() {
        return "check-ins";
    }

    /**
     * An outage is known before the topics say that anything can be missed: whoever else goes on with a schedule then
     * knows it too. The topics are asked before anything is told, so that the misses of a jump in time come in their place
     * among the other facts.
     */
    @Override
    public void prepare(Instant careNow) {
        outages.beat(careNow);
        if (topics.reached().isBefore(careNow) && schedules.isAnyDue(careNow)) {
            topics.reach(careNow);
        }
    }

    @Override
    public int take(Instant careNow, int limit) {
        Instant missedUpTo = topics.reached();
        heldMisses.look(missedUpTo.isBefore(careNow) && schedules.isAnyMissed(missedUpTo, careNow));
        List<UUID> due = schedules.takeDue(careNow, missedUpTo, limit);
        due.forEach(this::advance);
        return due.size();
    }

    @Override
    public long due(Instant careNow) {
        return schedules.countDue(careNow);
    }

    /** One episode that can not go on does not hold up the others. */
    private void advance(UUID episodeId) {
        try {
            savepoint.executeWithoutResult(
                    status -> scheduling.upToDate(episodeId, null).ifPresent(scheduling::keep));
        } catch (RuntimeException e) {
            if (Recoverable.isRecoverable(e)) {
                throw e;
            }
            schedules.hold(episodeId);
            LOGGER.atError()
                    .addKeyValue("episodeId", episodeId)
                    .addKeyValue("error", e.getClass().getName())
                    .log("the schedule of an episode can not go on, will be tried again");
        }
    }
}
