package io.github.throughline.checkin.plan;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which keys plans are checked with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanKeySettings.class)
class PlanConfiguration {

    @Bean
    PlanKeys planKeys(PlanKeySettings settings, InstantSource machineTime) {
        return new PlanKeys(settings.planKeys().strip(), machineTime);
    }
}
