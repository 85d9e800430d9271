package io.github.throughline.checkin.partner;

import io.github.throughline.platform.security.PartnerPatientHmac;
import java.util.Base64;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;

/** What is needed to listen to partners. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerSettings.class)
class PartnerConfiguration {

    @Bean
    PartnerPatientHmac partnerPatientHmac(PartnerSettings settings) {
        return new PartnerPatientHmac(Base64.getDecoder().decode(settings.partnerHmacKey()));
    }

    /** For the listener's annotation, which takes numbers only. */
    @Bean
    Long partnerTopicRefreshMs(PartnerSettings settings) {
        return settings.partnerTopicRefresh().toMillis();
    }

    @Bean(destroyMethod = "close")
    Admin partnerTopicAdmin(KafkaAdmin admin) {
        return Admin.create(admin.getConfigurationProperties());
    }

    @Bean
    KafkaPartnerProgress partnerProgress(Admin partnerTopicAdmin, Environment environment) {
        return new KafkaPartnerProgress(
                partnerTopicAdmin, environment.resolveRequiredPlaceholders(KafkaPartnerProgress.GROUP));
    }
}
