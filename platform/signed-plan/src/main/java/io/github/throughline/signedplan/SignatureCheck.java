package io.github.throughline.signedplan;

/** What the check of a plan version's signature found. */
public sealed interface SignatureCheck {

    /** @param keyId id of the key that signed */
    record Valid(String keyId) implements SignatureCheck {}

    /** @param reason stable code: unreadable-signature, unknown-key, wrong-algorithm, altered-content */
    record Invalid(String reason) implements SignatureCheck {}
}
