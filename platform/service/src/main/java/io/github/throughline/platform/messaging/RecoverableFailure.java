package io.github.throughline.platform.messaging;

/** A listener could not take a record in now, but will: it is retried for as long as it takes. */
public class RecoverableFailure extends RuntimeException implements Recoverable {

    public RecoverableFailure(String message) {
        super(message);
    }
}
