package io.github.throughline.checkin.plan;

import io.github.throughline.platform.plan.PlanKeys;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.SignatureCheck;
import java.time.Instant;

/** PlanVersionChanged to the read model: only what the signature covers is believed. */
final class AvroPlans {

    private AvroPlans() {}

    /** The bytes that were signed, exactly as they came. */
    static byte[] signed(PlanVersionChanged event) {
        byte[] bytes = new byte[event.getContent().remaining()];
        event.getContent().duplicate().get(bytes);
        return bytes;
    }

    /**
     * The version as it stands after the event.
     *
     * @param bytes that were signed
     * @param writtenAt machine time of the record
     * @throws UntrustedPlan when the signature does not hold, or the bytes speak of another plan than the event
     */
    static PlanVersion read(PlanVersionChanged event, byte[] bytes, PlanKeys keys, Instant writtenAt) {
        if (keys.check(bytes, event.getSignature(), writtenAt) instanceof SignatureCheck.Invalid invalid) {
            throw new UntrustedPlan(invalid.reason());
        }
        PlanContent content = PlanJson.read(bytes);
        if (!isOf(content, event)) {
            throw new UntrustedPlan("other-plan");
        }
        return new PlanVersion(content, state(event.getState()), event.getOccurredAt(), event.getVersion());
    }

    private static boolean isOf(PlanContent content, PlanVersionChanged event) {
        return content.planId().equals(event.getPlanId())
                && content.version() == event.getPlanVersion()
                && content.patientId().equals(event.getPatientId())
                && content.episodeId().equals(event.getEpisodeId());
    }

    /** A state that is not known here is read as not in force. */
    private static PlanVersion.State state(PlanVersionState state) {
        return switch (state) {
            case IN_FORCE -> PlanVersion.State.IN_FORCE;
            case PAUSED, UNKNOWN -> PlanVersion.State.PAUSED;
            case SUPERSEDED -> PlanVersion.State.SUPERSEDED;
            case COMPLETED -> PlanVersion.State.COMPLETED;
            case STOPPED -> PlanVersion.State.STOPPED;
        };
    }
}
