package io.github.throughline.checkin.plan;

/** Who follows the plans: told of every change of a version, inside the transaction that took it in. */
public interface PlanFollower {

    void follow(PlanVersion version);
}
