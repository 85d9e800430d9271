package io.github.throughline.checkin.outage;

/** Who reconsiders what an outage declared afterwards puts in doubt, inside the transaction that declares it. */
@FunctionalInterface
public interface OutageFollower {

    void onOutage(Outage outage);
}
