package io.github.throughline.platform.time;

import io.github.throughline.platform.outbox.OutboxDepth;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Care time and due work for every service that has a database. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration")
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(CareTimeSettings.class)
public class CareTimeConfiguration {

    @Bean
    CareClock careClock(CareTimeSettings settings) {
        InstantSource machine = InstantSource.system();
        if (!settings.driven()) {
            return () -> machine.instant().truncatedTo(ChronoUnit.MILLIS);
        }
        Instant start = settings.start();
        return new DrivenCareClock(machine, start == null ? machine.instant() : start, settings.running());
    }

    @Bean
    DueWorkRunner dueWorkRunner(
            ObjectProvider<DueWork> works,
            CareClock clock,
            PlatformTransactionManager transactions,
            CareTimeSettings settings,
            MeterRegistry metrics,
            ApplicationEventPublisher events) {
        List<DueWork> all = works.orderedStream().toList();
        return new DueWorkRunner(
                all, clock, new TransactionTemplate(transactions), settings.dueWorkInterval(), metrics, events);
    }

    @Bean
    @ConditionalOnProperty("throughline.care-time.driven")
    CareTimeEndpoint careTimeEndpoint(
            CareClock clock, DueWorkRunner runner, ObjectProvider<DueWork> works, OutboxDepth outbox) {
        return new CareTimeEndpoint(
                (DrivenCareClock) clock, runner, works.orderedStream().toList(), outbox);
    }
}
