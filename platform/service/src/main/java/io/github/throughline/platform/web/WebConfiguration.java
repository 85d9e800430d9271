package io.github.throughline.platform.web;

import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.security.Callers;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Problem details and bounded bodies for every HTTP service, idempotent retries for those with a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(ProblemDetails.class)
public class WebConfiguration {

    /** Before whatever reads a body. */
    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(JsonMapper json) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(json));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 200);
        return registration;
    }

    @Bean
    HttpTraces httpTraces() {
        return new HttpTraces();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(DataSource.class)
    static class Idempotency {

        @Bean
        IdempotentRequests idempotentRequests(JdbcClient jdbc) {
            return new IdempotentRequests(jdbc);
        }

        /** Behind Spring Security's filters, so that the caller is known. */
        @Bean
        FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
                Callers callers, IdempotentRequests answers, PlatformTransactionManager transactions, JsonMapper json) {
            var registration = new FilterRegistrationBean<>(
                    new IdempotencyFilter(callers, answers, new TransactionTemplate(transactions), json));
            registration.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
            return registration;
        }

        @Bean
        CleanUp idempotentRequestCleanUp(IdempotentRequests answers) {
            return new CleanUp(answers);
        }
    }

    /** What is kept for retries can hold a whole plan or a secret: it goes after a day, and with the patient. */
    record CleanUp(IdempotentRequests answers) {

        @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
        void forgetOld() {
            answers.forgetOld();
        }

        @EventListener
        void on(EpisodeChange.Erased erased) {
            answers.forget(erased.episodeId());
            answers.forget(erased.patientId());
        }
    }
}
