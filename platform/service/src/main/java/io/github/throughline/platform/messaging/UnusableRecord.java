package io.github.throughline.platform.messaging;

/** A record that no retry can make usable: it goes to the dead letters at once. */
public class UnusableRecord extends RuntimeException {

    /** @param reason what is wrong with it; never its content */
    public UnusableRecord(String reason) {
        super(reason);
    }
}
