package io.github.throughline.platform.outbox;

/** Where a use case leaves its events, inside its transaction. They reach their topics at least once, in order per key; after a send that timed out an event can come again behind a later one, which its version tells. */
public interface Outbox {

    /**
     * Encodes the event and keeps it with the caller's transaction.
     *
     * @throws EventTooLarge when the broker would not take it
     * @throws OutboxFull when so many events wait that no more are taken
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    void append(OutboxEvent event);
}
