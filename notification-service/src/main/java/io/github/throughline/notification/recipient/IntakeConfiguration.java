package io.github.throughline.notification.recipient;

import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.web.client.RequestAttributePrincipalResolver;
import org.springframework.web.client.RestClient;

/** The client of intake-service, which says who it is by client credentials. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    private static final String REGISTRATION = "intake";

    @Bean
    RestClient intakeClient(
            RestClient.Builder builder,
            IntakeSettings settings,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService authorizedClients) {
        var http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.readTimeout());
        return builder.baseUrl(settings.url().toString())
                .requestFactory(requests)
                .requestInterceptor(clientCredentials(registrations, authorizedClients))
                .build();
    }

    private static OAuth2ClientHttpRequestInterceptor clientCredentials(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientService authorizedClients) {
        var clients = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, authorizedClients);
        clients.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials()
                .build());
        var interceptor = new OAuth2ClientHttpRequestInterceptor(clients);
        interceptor.setClientRegistrationIdResolver(request -> REGISTRATION);
        interceptor.setPrincipalResolver(new RequestAttributePrincipalResolver());
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(authorizedClients));
        return interceptor;
    }
}
