package io.github.throughline.plan.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.Test;

class SigningKeySettingsTest {

    @Test
    void aKeyThatCouldNotSignIsRefusedBeforeAnybodySigns() throws JOSEException {
        // Given
        String other = new ECKeyGenerator(Curve.P_384).keyID("key").generate().toJSONString();
        String right = new ECKeyGenerator(Curve.P_256).keyID("key").generate().toJSONString();

        // When // Then
        assertThatThrownBy(() -> new SigningKeySettings(other, null).signingKey())
                .hasMessageContaining("P-256");
        assertThat(new SigningKeySettings(right, null).signingKey().getKeyID()).isEqualTo("key");
    }
}
