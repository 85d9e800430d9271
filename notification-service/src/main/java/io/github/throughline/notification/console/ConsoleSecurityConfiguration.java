package io.github.throughline.notification.console;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** People sign in with OIDC (authorization code and PKCE) and have a session; everything else is the API's. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurityConfiguration implements WebMvcConfigurer {

    private static final String SIGNED_OUT = "/console/signed-out";
    private static final String SIGN_IN = "/oauth2/authorization/console";

    /** Nothing from elsewhere, nothing inline: what a page shows can not run. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Before the platform's chains, which are the lowest. */
    @Bean
    @Order(10)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            ConsoleSettings settings,
            InstantSource machine)
            throws Exception {
        http.addFilterBefore(new SessionAgeFilter(settings, machine), SecurityContextHolderFilter.class);
        return http.securityMatcher(
                        "/",
                        "/console/**",
                        "/shared/**",
                        "/acknowledge/**",
                        "/webjars/**",
                        "/oauth2/authorization/**",
                        "/login/**",
                        "/logout")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/console/assets/**", SIGNED_OUT, "/shared/**", "/acknowledge/**", "/webjars/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // The signed token in its path is what authorizes; one in a session would end before the link does.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/acknowledge/**"))
                .oauth2Login(login -> login.loginPage(SIGN_IN)
                        .defaultSuccessUrl("/console")
                        .failureUrl(SIGNED_OUT + "?failed")
                        .authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(withProofKey(registrations))))
                // A page that refreshes itself after its session has ended must not send anybody to sign in unasked.
                .exceptionHandling(exceptions -> exceptions
                        .accessDeniedHandler(new FormOfAnEndedSession(SIGNED_OUT))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                new RequestHeaderRequestMatcher("HX-Request"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), AnyRequestMatcher.INSTANCE))
                .logout(logout -> logout.logoutSuccessHandler(signedOut(registrations)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .build();
    }

    private static DefaultOAuth2AuthorizationRequestResolver withProofKey(ClientRegistrationRepository registrations) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static OidcClientInitiatedLogoutSuccessHandler signedOut(ClientRegistrationRepository registrations) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}");
        handler.setDefaultTargetUrl(SIGNED_OUT);
        // Not by a redirect: the policy holds a form's redirects to our own pages too, and where people sign out is
        // not.
        handler.setRedirectStrategy(
                (request, response, url) -> response.setHeader("Refresh", "0;url=" + response.encodeRedirectURL(url)));
        return handler;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/console");
        registry.addViewController(SIGNED_OUT).setViewName("console/signed-out");
    }
}
