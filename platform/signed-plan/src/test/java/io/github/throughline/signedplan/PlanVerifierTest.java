package io.github.throughline.signedplan;

import static io.github.throughline.signedplan.SignedPlans.key;
import static io.github.throughline.signedplan.SignedPlans.lowBackPainPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.Test;

class PlanVerifierTest {

    private final ECKey key = key("physicians-1");
    private final byte[] content = PlanJson.write(lowBackPainPlan());
    private final PlanVerifier verifier = new PlanVerifier(new JWKSet(key.toPublicJWK()));

    @Test
    void whatWasSignedIsValid() {
        // When
        var check = verifier.check(content, new PlanSigner(key).sign(content));

        // Then
        assertThat(check).isEqualTo(new SignatureCheck.Valid("physicians-1"));
    }

    @Test
    void alteredContentIsRefused() {
        // Given
        var signature = new PlanSigner(key).sign(content);
        byte[] altered = content.clone();
        altered[altered.length / 2] ^= 1;

        // When
        var check = verifier.check(altered, signature);

        // Then
        assertThat(check).isEqualTo(new SignatureCheck.Invalid("altered-content"));
    }

    @Test
    void keyThatIsNotConfiguredIsRefused() {
        // When
        var check = verifier.check(content, new PlanSigner(key("somebody-else")).sign(content));

        // Then
        assertThat(check).isEqualTo(new SignatureCheck.Invalid("unknown-key"));
    }

    @Test
    void otherKeyUnderAKnownIdIsRefused() {
        // When
        var check = verifier.check(content, new PlanSigner(key("physicians-1")).sign(content));

        // Then
        assertThat(check).isEqualTo(new SignatureCheck.Invalid("altered-content"));
    }

    @Test
    void otherAlgorithmIsRefused() throws JOSEException {
        // Given
        var jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("physicians-1").build(), new Payload(content));
        jws.sign(new MACSigner(new byte[32]));

        // When
        var check = verifier.check(content, jws.serialize(true));

        // Then
        assertThat(check).isEqualTo(new SignatureCheck.Invalid("wrong-algorithm"));
    }

    @Test
    void whatIsNoSignatureIsRefused() {
        assertThat(verifier.check(content, "")).isEqualTo(new SignatureCheck.Invalid("unreadable-signature"));
        assertThat(verifier.check(content, "a.b.c")).isEqualTo(new SignatureCheck.Invalid("unreadable-signature"));
    }

    @Test
    void publicKeyCanNotSign() {
        assertThatThrownBy(() -> new PlanSigner(key.toPublicJWK())).isInstanceOf(IllegalArgumentException.class);
    }
}
