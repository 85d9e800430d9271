package io.github.throughline.stall.stream;

import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.stall.detection.PlanTerms;

/** By which terms a plan is watched: those that were signed, or in the shadow others that are being tried. */
@FunctionalInterface
public interface PlanReading {

    PlanReading AS_SIGNED = PlanTerms::of;

    /** @param digest of the bytes that were signed */
    PlanTerms terms(PlanContent plan, String digest);
}
