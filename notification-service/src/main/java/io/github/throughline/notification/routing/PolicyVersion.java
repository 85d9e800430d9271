package io.github.throughline.notification.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;

/**
 * A version of the routing policy.
 *
 * @param number 0: the one that ships, until another is given
 * @param document as it was written
 * @param author reference of the person, or file
 * @param createdAt machine time
 */
record PolicyVersion(int number, String document, String author, Instant createdAt) {

    /** Used until another is given. */
    static PolicyVersion shipped() {
        try (InputStream in = Objects.requireNonNull(PolicyVersion.class.getResourceAsStream("standard-policy.yaml"))) {
            return new PolicyVersion(0, new String(in.readAllBytes(), UTF_8), "Throughline", Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RoutingPolicy policy() {
        return PolicyReading.read(document);
    }
}
