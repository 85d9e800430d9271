package io.github.throughline.checkin.partner;

/** The topics on which partners are told of refusals. */
interface RejectionTopics {

    /** Looks whether the partner has its topic and learns the topic's schema; outside of any transaction. */
    void learn(String partner);

    /** Whether the partner can be told, as far as has been learnt. */
    boolean canTell(String partner);
}
