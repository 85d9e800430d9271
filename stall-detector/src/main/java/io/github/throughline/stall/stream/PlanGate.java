package io.github.throughline.stall.stream;

import io.github.throughline.platform.plan.PlanKeys;
import io.github.throughline.platform.plan.PlanKeysUnavailable;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.SignatureCheck;
import io.github.throughline.signedplan.UnreadablePlan;
import io.github.throughline.stall.detection.PlanTerms;
import java.time.Instant;

/** Lets only plan versions pass that a known key signed, as they stand; the last valid one stays in force. */
public final class PlanGate {

    private final PlanKeys keys;
    private final PlanReading reading;

    public PlanGate(PlanKeys keys, PlanReading reading) {
        this.keys = keys;
        this.reading = reading;
    }

    /** The terms of a plan that passed before. */
    PlanTerms terms(byte[] content, String digest) {
        return reading.terms(PlanJson.read(content), digest);
    }

    /** What the gate found. */
    sealed interface Passage {

        record Passed(PlanTerms terms) implements Passage {}

        /** @param reason stable code: those of {@link SignatureCheck.Invalid}, unreadable-plan, or other-plan */
        record Refused(String reason) implements Passage {}
    }

    /**
     * Checks signature and content.
     *
     * @param writtenAt machine time of the record
     * @throws PlanKeysUnavailable when it can not be told now
     */
    Passage check(PlanVersionChanged event, byte[] content, Instant writtenAt) {
        return keys.check(content, event.getSignature(), writtenAt) instanceof SignatureCheck.Invalid invalid
                ? new Passage.Refused(invalid.reason())
                : verified(event, content);
    }

    /** Checks the content of a plan whose signature was found valid before. */
    Passage verified(PlanVersionChanged event, byte[] content) {
        try {
            PlanContent plan = PlanJson.read(content);
            return isOf(plan, event)
                    ? new Passage.Passed(reading.terms(plan, ContentDigest.of(content)))
                    : new Passage.Refused("other-plan");
        } catch (UnreadablePlan e) {
            return new Passage.Refused("unreadable-plan");
        }
    }

    /** A plan that was signed for somebody else is no plan here. */
    private static boolean isOf(PlanContent plan, PlanVersionChanged event) {
        return plan.planId().equals(event.getPlanId())
                && plan.version() == event.getPlanVersion()
                && plan.patientId().equals(event.getPatientId())
                && plan.episodeId().equals(event.getEpisodeId());
    }
}
