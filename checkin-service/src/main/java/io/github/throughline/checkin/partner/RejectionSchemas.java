package io.github.throughline.checkin.partner;

/** Learns the schema id of a partner's rejection topic before a transaction needs it. */
@FunctionalInterface
interface RejectionSchemas {

    /** Asks the registry the first time, once a partner. */
    void learn(String partner);
}
