package io.github.throughline.checkin.partner;

import io.github.throughline.platform.security.PartnerPatientHmac;
import io.github.throughline.schemas.Topics;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
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
                new KafkaConsumption(partnerTopicAdmin, group(environment), PartnerTopics::isOutcomes));
    }

    @Bean
    KafkaEpisodeProgress episodeProgress(Admin partnerTopicAdmin, Environment environment, InstantSource machineTime) {
        Set<String> topics = Set.of(Topics.EPISODE.name(), Topics.PLAN.name());
        return new KafkaEpisodeProgress(
                new KafkaConsumption(partnerTopicAdmin, group(environment), topics::contains), machineTime);
    }

    private static String group(Environment environment) {
        return environment.resolveRequiredPlaceholders(KafkaConsumption.GROUP);
    }
}
