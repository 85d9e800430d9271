package io.github.throughline.intake.episode;

import java.security.SecureRandom;
import java.util.Base64;

/** Signing secrets of webhooks in the form of Standard Webhooks: {@code whsec_} and base64. */
final class WebhookSecret {

    /** Standard Webhooks asks for 24 to 64 bytes. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookSecret() {}

    static String generate() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
