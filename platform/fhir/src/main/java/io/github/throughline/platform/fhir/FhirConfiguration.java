package io.github.throughline.platform.fhir;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** FHIR for services that say by a {@link FhirCapability} what they speak of it. */
@AutoConfiguration
@ConditionalOnBean(FhirCapability.class)
@Import(FhirCapabilityController.class)
public class FhirConfiguration {

    /** Outside of every filter that refuses something. */
    @Bean
    FilterRegistrationBean<HttpOutcomeFilter> httpOutcomeFilter() {
        var registration = new FilterRegistrationBean<>(new HttpOutcomeFilter());
        registration.addUrlPatterns("/fhir/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 300);
        return registration;
    }
}
