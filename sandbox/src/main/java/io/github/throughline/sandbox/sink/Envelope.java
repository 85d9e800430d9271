package io.github.throughline.sandbox.sink;

import java.util.List;

/**
 * What SMTP says around a message.
 *
 * @param from the sender's address; empty for bounces
 * @param recipients at least one address
 */
record Envelope(String from, List<String> recipients) {

    Envelope {
        recipients = List.copyOf(recipients);
    }
}
