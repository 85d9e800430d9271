package io.github.throughline.checkin.reading;

import io.github.throughline.measures.MeasureCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How readings are judged. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    ReadingJudge readingJudge(MeasureCatalogue catalogue) {
        return new ReadingJudge(catalogue);
    }
}
