package io.github.throughline.checkin.outage;

import java.util.Optional;

/** The last sign of life of any instance. */
interface Heartbeats {

    /** Locked until the transaction ends; empty: nobody has ever lived. */
    Optional<Beat> lastForUpdate();

    void save(Beat beat);
}
