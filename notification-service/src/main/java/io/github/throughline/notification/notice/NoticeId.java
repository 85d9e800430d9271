package io.github.throughline.notification.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identity of a notice. It follows from what the notice is, so whoever makes it again makes the same one. */
public record NoticeId(UUID value) {

    private static final UUID NAMESPACE = UUID.fromString("7c0c1d2a-6f0e-5d39-9a55-3c3f5a6f2b10");

    /** UUIDv5 (RFC 9562) of escalation, version, recipient, audience and kind. */
    static NoticeId of(UUID escalationId, int version, String recipient, Audience audience, NoticeKind kind) {
        return named("%s|%d|%s|%s|%s".formatted(escalationId, version, audience, kind, recipient));
    }

    /** The same of what the coordinator is told of another notice: each one that fails is told. */
    static NoticeId ofFailure(NoticeId failed, String recipient) {
        return named("%s|%s|%s".formatted(failed, NoticeKind.PROVIDER_NOT_TOLD, recipient));
    }

    /** The same of what a step of the routing policy tells, whatever the escalation's version is by then. */
    static NoticeId ofStep(StepTaken step, String recipient) {
        return named("%s|%s|round %d|step %d|%s|%s"
                .formatted(step.escalationId(), step.begunAt(), step.round(), step.step(), step.kind(), recipient));
    }

    private static NoticeId named(String name) {
        byte[] hash = sha1(name.getBytes(UTF_8));
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new NoticeId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static byte[] sha1(byte[] name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .flip());
            return digest.digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
