package io.github.throughline.checkin.partner;

import io.github.throughline.platform.security.PartnerPatientHmac;
import io.github.throughline.schemas.Topics;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
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

    private static final Set<String> EPISODES_AND_PLANS = Set.of(Topics.EPISODE.name(), Topics.PLAN.name());

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

    /** A partner's outcome answers a check-in; a pause or an end of episode or plan asks for none. */
    @Bean
    KafkaTopicProgress topicProgress(Admin partnerTopicAdmin, Environment environment) {
        return new KafkaTopicProgress(new KafkaConsumption(
                partnerTopicAdmin,
                List.of(
                        group(environment, KafkaConsumption.GROUP),
                        group(environment, KafkaConsumption.PARTNERS_GROUP)),
                topic -> PartnerTopics.isOutcomes(topic) || EPISODES_AND_PLANS.contains(topic)));
    }

    @Bean
    KafkaEpisodeProgress episodeProgress(Admin partnerTopicAdmin, Environment environment, InstantSource machineTime) {
        return new KafkaEpisodeProgress(
                new KafkaConsumption(
                        partnerTopicAdmin,
                        List.of(group(environment, KafkaConsumption.GROUP)),
                        EPISODES_AND_PLANS::contains),
                machineTime);
    }

    private static String group(Environment environment, String group) {
        return environment.resolveRequiredPlaceholders(group);
    }
}
