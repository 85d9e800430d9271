package io.github.throughline.notification.sharedlink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.throughline.notification.notice.NoticeId;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes and checks links that need no sign-in: notice id and expiry, signed with HMAC-SHA-256 for one purpose. Nothing of
 * a patient stands in them.
 */
@Component
public class SharedLinks {

    private static final int MINIMUM_KEY_BYTES = 32;
    private static final int PAYLOAD_BYTES = 24;
    private static final String ALGORITHM = "HmacSHA256";

    /** @param expiresAt machine time */
    public record Link(URI url, Instant expiresAt) {}

    /** What a token turned out to be. */
    public sealed interface Check {

        record Valid(NoticeId noticeId) implements Check {}

        record Expired() implements Check {}

        /** Not made by us, or not whole. */
        record Invalid() implements Check {}
    }

    private final LinkSettings settings;
    private final InstantSource machine;
    private final SecretKeySpec key;

    SharedLinks(LinkSettings settings, InstantSource machine) {
        byte[] secret = Base64.getDecoder().decode(settings.key());
        if (secret.length < MINIMUM_KEY_BYTES) {
            throw new IllegalArgumentException("throughline.links.key needs at least 32 bytes in base64");
        }
        this.settings = settings;
        this.machine = machine;
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** What a link is good for. One for another purpose is none. */
    private enum Purpose {
        EVIDENCE("/shared/"),
        ACKNOWLEDGEMENT("/acknowledge/");

        private final String path;

        Purpose(String path) {
            this.path = path;
        }
    }

    /** For an outside provider, to see the evidence behind a notice. */
    public Link to(NoticeId noticeId) {
        return link(noticeId, Purpose.EVIDENCE);
    }

    /** For somebody of the clinic, to acknowledge what a notice told. */
    public Link toAcknowledge(NoticeId noticeId) {
        return link(noticeId, Purpose.ACKNOWLEDGEMENT);
    }

    private Link link(NoticeId noticeId, Purpose purpose) {
        Instant expiresAt = machine.instant().plus(settings.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        UUID id = noticeId.value();
        byte[] payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond())
                .array();
        byte[] token = ByteBuffer.allocate(PAYLOAD_BYTES + MINIMUM_KEY_BYTES)
                .put(payload)
                .put(signature(payload, purpose))
                .array();
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        return new Link(URI.create(settings.publicUrl() + purpose.path + text), expiresAt);
    }

    public Check check(String token) {
        return check(token, Purpose.EVIDENCE);
    }

    public Check checkToAcknowledge(String token) {
        return check(token, Purpose.ACKNOWLEDGEMENT);
    }

    private Check check(String token, Purpose purpose) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new Check.Invalid();
        }
        if (bytes.length != PAYLOAD_BYTES + MINIMUM_KEY_BYTES) {
            return new Check.Invalid();
        }
        byte[] payload = Arrays.copyOf(bytes, PAYLOAD_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, PAYLOAD_BYTES, bytes.length);
        return MessageDigest.isEqual(signature, signature(payload, purpose)) ? read(payload) : new Check.Invalid();
    }

    private Check read(byte[] payload) {
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        NoticeId noticeId = new NoticeId(new UUID(buffer.getLong(), buffer.getLong()));
        Instant expiresAt = Instant.ofEpochSecond(buffer.getLong());
        return machine.instant().isBefore(expiresAt) ? new Check.Valid(noticeId) : new Check.Expired();
    }

    private byte[] signature(byte[] payload, Purpose purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.path.getBytes(UTF_8));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
