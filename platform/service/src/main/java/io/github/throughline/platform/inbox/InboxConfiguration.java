package io.github.throughline.platform.inbox;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The inbox for every service that has a database, and its daily clean-up. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnBean(DataSource.class)
@EnableScheduling
public class InboxConfiguration {

    @Bean
    Inbox inbox(JdbcClient jdbc) {
        return new Inbox(jdbc);
    }

    @Bean
    CleanUp inboxCleanUp(Inbox inbox) {
        return new CleanUp(inbox);
    }

    record CleanUp(Inbox inbox) {

        @Scheduled(initialDelayString = "PT1H", fixedDelayString = "P1D")
        void forgetOld() {
            inbox.forgetOld();
        }
    }
}
