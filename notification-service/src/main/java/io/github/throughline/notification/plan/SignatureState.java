package io.github.throughline.notification.plan;

/** What is known of a plan version's signature. */
public enum SignatureState {
    VALID,
    INVALID,
    /** The keys can not be read at the moment, or the one that signed is not among them yet. */
    UNCHECKED
}
