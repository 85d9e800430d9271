package io.github.throughline.plan.careplan;

import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.PlanSigner;

/** The exact bytes that were signed, with signature and digest. Served and published as they are, never made again. */
public final class SignedContent {

    /** Every change of the version's state carries the bytes: an event must stay far below what a topic takes. */
    private static final int MOST_BYTES = 256 * 1024;

    private final byte[] bytes;
    private final String signature;
    private final String digest;

    /** What was kept. */
    SignedContent(byte[] bytes, String signature, String digest) {
        this.bytes = bytes.clone();
        this.signature = signature;
        this.digest = digest;
    }

    /** Writes the content down and signs it: the one moment at which its bytes come to be. */
    static SignedContent sign(PlanContent content, PlanSigner signer) {
        byte[] bytes = PlanJson.write(content);
        if (bytes.length > MOST_BYTES) {
            throw new PlanRefused.TooLong();
        }
        return new SignedContent(bytes, signer.sign(bytes), ContentDigest.of(bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** JWS, compact serialization with detached payload. */
    public String signature() {
        return signature;
    }

    /** SHA-256 of the bytes, 64 hexadecimal digits in lower case. */
    public String digest() {
        return digest;
    }

    public PlanContent read() {
        return PlanJson.read(bytes);
    }
}
