package io.github.throughline.checkin.reading;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.platform.security.PartnerPatientHmac;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How readings are judged. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    ReadingJudge readingJudge(MeasureCatalogue catalogue, PartnerPatientHmac hmac) {
        // No partner has an empty name, so that no fingerprint meets the hash of a partner's patient.
        return new ReadingJudge(catalogue, content -> hmac.of("", content));
    }
}
