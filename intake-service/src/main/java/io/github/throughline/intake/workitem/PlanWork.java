package io.github.throughline.intake.workitem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.throughline.intake.episode.EpisodeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is due in plans, as work: it arises when a plan says so, and is done when the plan says so no more. */
@Service
class PlanWork {

    /**
     * Something of a plan that is due.
     *
     * @param subject what of the plan
     * @param since care time; the same subject at another time is other work
     */
    record Due(WorkItem.Kind kind, String subject, Instant since) {

        /** The same however often the plan says it. */
        UUID causeId(UUID planId) {
            return UUID.nameUUIDFromBytes(
                    "%s/%s/%s".formatted(planId, subject, since).getBytes(UTF_8));
        }
    }

    private final WorkFromFacts work;
    private final PlanCauses causes;

    PlanWork(WorkFromFacts work, PlanCauses causes) {
        this.work = work;
        this.causes = causes;
    }

    /** @param due all that is due in the plan now */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(EpisodeId episodeId, UUID planId, List<Due> due) {
        Map<UUID, Due> now =
                due.stream().collect(Collectors.toMap(d -> d.causeId(planId), d -> d, (same, again) -> same));
        List<UUID> before = causes.of(planId);
        before.stream().filter(cause -> !now.containsKey(cause)).forEach(cause -> {
            work.settle(cause);
            causes.remove(planId, cause);
        });
        now.forEach((cause, what) -> {
            if (!before.contains(cause) && work.arise(what.kind(), episodeId, cause, what.since())) {
                causes.add(episodeId, planId, cause);
            }
        });
    }
}
