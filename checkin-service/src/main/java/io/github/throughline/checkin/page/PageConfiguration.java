package io.github.throughline.checkin.page;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.TextPacks;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The words of the page, and what its addresses are open to: whoever has a link, which the page itself checks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TextPackSettings.class)
class PageConfiguration {

    /** Nothing from elsewhere, nothing inline. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    TextPacks textPacks(MeasureCatalogue catalogue, TextPackSettings settings) {
        TextPacks standard = TextPacks.standard(catalogue);
        String folder = settings.folder();
        return folder == null ? standard : standard.withFolder(Path.of(folder));
    }

    /** No cookie says who somebody is, so that nobody else's page can act for them: the address alone does. */
    @Bean
    @Order(10)
    SecurityFilterChain pageChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/checkin/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .build();
    }
}
