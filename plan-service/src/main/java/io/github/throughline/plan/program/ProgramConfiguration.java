package io.github.throughline.plan.program;

import io.github.throughline.measures.MeasureCatalogue;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The programs and the measures that plans are drafted from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MeasureSettings.class, ProgramSettings.class})
class ProgramConfiguration {

    @Bean
    Programs programs(ProgramSettings settings) {
        Path folder = settings.folder();
        return folder == null ? Programs.standard() : Programs.standard().withFolder(folder);
    }

    @Bean
    MeasureCatalogue measureCatalogue(MeasureSettings settings) {
        Path folder = settings.folder();
        MeasureCatalogue standard = MeasureCatalogue.standard();
        return folder == null ? standard : standard.withFolder(folder);
    }
}
