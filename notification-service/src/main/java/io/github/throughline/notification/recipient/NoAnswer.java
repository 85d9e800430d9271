package io.github.throughline.notification.recipient;

/** Intake-service did not answer: it is away, or somebody on the way to it is. */
final class NoAnswer extends RuntimeException {

    NoAnswer(Throwable cause) {
        super(cause);
    }
}
