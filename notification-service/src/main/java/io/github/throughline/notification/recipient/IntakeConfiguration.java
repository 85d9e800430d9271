package io.github.throughline.notification.recipient;

import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.web.client.RequestAttributePrincipalResolver;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
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
        ClientHttpRequestFactory requests = requests(settings);
        return builder.baseUrl(settings.url().toString())
                .requestFactory(requests)
                .requestInterceptor(clientCredentials(registrations, authorizedClients, requests))
                .build();
    }

    private static ClientHttpRequestFactory requests(IntakeSettings settings) {
        var http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.readTimeout());
        return requests;
    }

    private static OAuth2ClientHttpRequestInterceptor clientCredentials(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService authorizedClients,
            ClientHttpRequestFactory requests) {
        var clients = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, authorizedClients);
        clients.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(credentials -> credentials.accessTokenResponseClient(tokens(requests)))
                .build());
        var interceptor = new OAuth2ClientHttpRequestInterceptor(clients);
        interceptor.setClientRegistrationIdResolver(request -> REGISTRATION);
        interceptor.setPrincipalResolver(new RequestAttributePrincipalResolver());
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(authorizedClients));
        return interceptor;
    }

    /** As it is by itself, but with timeouts: an identity provider that hangs must not hold up coordinators for ever. */
    private static RestClientClientCredentialsTokenResponseClient tokens(ClientHttpRequestFactory requests) {
        var tokens = new RestClientClientCredentialsTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }
}
