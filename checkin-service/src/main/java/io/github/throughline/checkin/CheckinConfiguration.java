package io.github.throughline.checkin;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.platform.checkinlink.CheckinLinkConfiguration;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What several features of the service use. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MeasureSettings.class)
@Import(CheckinLinkConfiguration.class)
class CheckinConfiguration {

    /** Machine time: heartbeats, recordedAt, how long to wait for another topic. */
    @Bean
    InstantSource machineTime() {
        return InstantSource.system();
    }

    @Bean
    MeasureCatalogue measureCatalogue(MeasureSettings settings) {
        MeasureCatalogue standard = MeasureCatalogue.standard();
        String folder = settings.folder();
        return folder == null ? standard : standard.withFolder(Path.of(folder));
    }
}
