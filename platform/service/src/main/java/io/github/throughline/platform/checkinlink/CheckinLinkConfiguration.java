package io.github.throughline.platform.checkinlink;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For services that make or open check-in links; imported by them, since they must not start without the key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckinLinkSettings.class)
public class CheckinLinkConfiguration {

    @Bean
    CheckinLinks checkinLinks(CheckinLinkSettings settings) {
        return new CheckinLinks(settings, InstantSource.system());
    }
}
