package io.github.throughline.checkin.plan;

/** Who follows the plans: told of every change of a version, inside the transaction that took it in. */
public interface PlanFollower {

    /** @param signed the bytes that were signed */
    void follow(PlanVersion version, byte[] signed);
}
