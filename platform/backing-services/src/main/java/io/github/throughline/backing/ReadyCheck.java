package io.github.throughline.backing;

/** Asked again and again until it says yes; an exception means not yet, and is shown if it never becomes a yes. */
@FunctionalInterface
public interface ReadyCheck {

    /** Whether the process can do its work now. */
    boolean isReady() throws Exception;
}
