package io.github.throughline.stall.detection;

import java.util.UUID;

/** Identity of an escalation: the same stall has the same one, however often it is found. */
public record EscalationId(UUID value) {

    /**
     * @param subject what stalls: a measure's id, {@link MissedCheckins#SUBJECT} or a reading's id
     * @param ordinal 1 plus the resolved escalations of this rule and subject earlier in event time
     */
    static EscalationId of(UUID episodeId, Rule rule, String subject, int ordinal) {
        return new EscalationId(NameBasedId.of(episodeId, rule.id() + "/" + subject + "/" + ordinal));
    }
}
