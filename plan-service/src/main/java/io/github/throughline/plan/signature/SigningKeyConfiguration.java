package io.github.throughline.plan.signature;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.signedplan.PlanSigner;
import java.util.ArrayList;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The signer of plans and the public keys that check it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningKeySettings.class)
class SigningKeyConfiguration {

    @Bean
    PlanSigner planSigner(SigningKeySettings settings) {
        return new PlanSigner(settings.signingKey());
    }

    /** Public halves only; the key in use first. */
    @Bean
    JWKSet planKeys(SigningKeySettings settings) {
        var keys = new ArrayList<JWK>();
        keys.add(settings.signingKey());
        keys.addAll(settings.retiredKeys().getKeys());
        return new JWKSet(keys).toPublicJWKSet();
    }
}
