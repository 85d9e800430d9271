package io.github.throughline.signedplan;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;

/** Signs plan content with one P-256 key (ES256). */
public final class PlanSigner {

    private final ECKey key;

    /** @param key private P-256 key with an id */
    public PlanSigner(ECKey key) {
        if (!key.isPrivate() || key.getKeyID() == null) {
            throw new IllegalArgumentException("a signing key needs its private part and a key id");
        }
        this.key = key;
    }

    /** The JWS over the bytes, compact serialization with detached payload (RFC 7515, appendix F). */
    public String sign(byte[] content) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
            var jws = new JWSObject(header, new Payload(content));
            jws.sign(new ECDSASigner(key));
            return jws.serialize(true);
        } catch (JOSEException e) {
            throw new IllegalStateException("the plan's signing key can not sign", e);
        }
    }
}
