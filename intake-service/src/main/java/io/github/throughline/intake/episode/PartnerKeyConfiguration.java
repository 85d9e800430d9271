package io.github.throughline.intake.episode;

import io.github.throughline.platform.security.PartnerPatientHmac;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key under which partners' patient ids are recognised. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerKeySettings.class)
class PartnerKeyConfiguration {

    @Bean
    PartnerPatientHmac partnerPatientHmac(PartnerKeySettings settings) {
        return new PartnerPatientHmac(settings.key());
    }
}
