package io.github.throughline.testkit.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TestTokensTest {

    @Test
    void aTokenIsVerifiedByTheKeysThatItsIssuerPublishes() throws Exception {
        // Given
        var token = SignedJWT.parse(TestTokens.token("dr-lee", "physician"));

        // When
        var discovery = JsonMapper.shared()
                .readTree(URI.create(TestTokens.issuer() + "/.well-known/openid-configuration")
                        .toURL()
                        .openStream());
        var keys = JWKSet.load(URI.create(discovery.get("jwks_uri").asString()).toURL());

        // Then
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(discovery.get("issuer").asString()).isEqualTo(TestTokens.issuer());
    }

    @Test
    void aTokenSaysWhoAndInWhichRoles() throws Exception {
        var claims = SignedJWT.parse(TestTokens.token("dr-lee", "physician")).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("dr-lee");
        assertThat(claims.getStringListClaim("roles")).containsExactly("physician");
        assertThat(claims.getAudience()).containsExactly("throughline");
    }

    @Test
    void aTokenCanBeMadeWrongOnPurpose() throws Exception {
        var token = TestTokens.token("dr-lee", List.of(), claims -> claims.expirationTime(new Date(0)));

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime()).isEqualTo(new Date(0));
    }
}
