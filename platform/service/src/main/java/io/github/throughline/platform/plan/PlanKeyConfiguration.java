package io.github.throughline.platform.plan;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For services that read signed plans; imported by them, since they must not start without keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanKeySettings.class)
public class PlanKeyConfiguration {

    @Bean
    PlanKeys planKeys(PlanKeySettings settings) {
        return new PlanKeys(settings.planKeys(), InstantSource.system());
    }
}
