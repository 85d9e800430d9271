package io.github.throughline.signedplan;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;

/** Checks a plan version's signature with configured public keys. */
public final class PlanVerifier {

    private final JWKSet keys;

    /** @param keys public P-256 keys, each with an id */
    public PlanVerifier(JWKSet keys) {
        this.keys = keys.toPublicJWKSet();
    }

    /**
     * @param content the exact bytes that were signed
     * @param signature what {@link PlanSigner#sign} answered
     */
    public SignatureCheck check(byte[] content, String signature) {
        JWSObject jws;
        try {
            jws = JWSObject.parse(signature, new Payload(content));
        } catch (ParseException | IllegalArgumentException e) {
            return new SignatureCheck.Invalid("unreadable-signature");
        }
        if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())) {
            return new SignatureCheck.Invalid("wrong-algorithm");
        }
        JWK key = keys.getKeyByKeyId(jws.getHeader().getKeyID());
        return key instanceof ECKey ec ? verify(jws, ec) : new SignatureCheck.Invalid("unknown-key");
    }

    private static SignatureCheck verify(JWSObject jws, ECKey key) {
        try {
            return jws.verify(new ECDSAVerifier(key))
                    ? new SignatureCheck.Valid(key.getKeyID())
                    : new SignatureCheck.Invalid("altered-content");
        } catch (JOSEException e) {
            return new SignatureCheck.Invalid("unknown-key");
        }
    }
}
