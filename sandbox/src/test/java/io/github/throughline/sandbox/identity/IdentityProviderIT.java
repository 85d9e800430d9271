package io.github.throughline.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.throughline.backing.LoopbackPorts;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderIT {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rules-of-pkce";
    private static final String REDIRECT = "http://127.0.0.1:1/login/oauth2/code/throughline";

    @TempDir
    static Path directory;

    private static IdentitySettings settings;

    @BeforeAll
    static void start() throws Exception {
        settings = new IdentitySettings(
                LoopbackPorts.free(),
                directory.resolve("key.json"),
                "sandbox-secret",
                "a launch",
                new IdentitySettings.Console("throughline-console", "console-secret", List.of(REDIRECT)),
                List.of(new IdentitySettings.Client("notification-service", "service-secret")),
                List.of(new IdentitySettings.User("coordinator", "password", List.of("coordinator"))));
        var file = directory.resolve("settings.json");
        Files.writeString(file, JsonMapper.shared().writeValueAsString(settings));
        IdentityProvider.main(new String[] {file.toString()});
    }

    @Test
    void aPersonSignsInWithACodeAndItsProof() throws Exception {
        // Given
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        // When
        browser.send(request(authorization()).header("Accept", "text/html").build(), BodyHandlers.discarding());
        signIn(browser, "coordinator", "password");
        var redirect = browser.send(
                request(authorization()).header("Accept", "text/html").build(), BodyHandlers.discarding());
        var tokens = exchange(codeOf(redirect));

        // Then
        var access = verified(tokens.get("access_token"));
        assertThat(access.getSubject()).isEqualTo("coordinator");
        assertThat(access.getAudience()).containsExactly("throughline");
        assertThat(access.getStringListClaim("roles")).containsExactly("coordinator");
        var id = verified(tokens.get("id_token"));
        assertThat(id.getAudience()).containsExactly("throughline-console");
        assertThat(id.getStringListClaim("roles")).containsExactly("coordinator");
    }

    @Test
    void aWrongPasswordLeadsBackToThePageThatSaysSo() throws Exception {
        // Given
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        // When
        var redirect = signIn(browser, "coordinator", "wrong");

        // Then
        assertThat(redirect.headers().firstValue("Location")).hasValue("/login?error");
        assertThat(browser.send(request("/login?error").build(), BodyHandlers.ofString())
                        .body())
                .contains("do not belong together");
    }

    @Test
    void aServiceGetsATokenByItsSecret() throws Exception {
        var tokens = token(Map.of("grant_type", "client_credentials"), "notification-service", "service-secret");

        var claims = verified(tokens.get("access_token"));
        assertThat(claims.getSubject()).isEqualTo("notification-service");
        assertThat(claims.getAudience()).containsExactly("throughline");
        assertThat(claims.getStringListClaim("roles")).containsExactly("service");
    }

    @Test
    void tokensOfAnybodyAreMintedForTheSandboxAlone() throws Exception {
        try (var client = new IdentityClient(settings.issuer(), settings.secret());
                var stranger = new IdentityClient(settings.issuer(), "guessed")) {
            var claims = verified(client.token("patient-1", "patient"));
            assertThat(claims.getSubject()).isEqualTo("patient-1");
            assertThat(claims.getIssuer()).isEqualTo(settings.issuer());
            assertThat(claims.getStringListClaim("roles")).containsExactly("patient");
            assertThatThrownBy(() -> stranger.token("patient-1", "patient")).hasMessageContaining("403");
        }
    }

    private static String authorization() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        return "/oauth2/authorize?response_type=code&client_id=throughline-console&scope=openid&state=s&code_challenge="
                + challenge + "&code_challenge_method=S256&redirect_uri=" + encode(REDIRECT);
    }

    private static HttpResponse<Void> signIn(HttpClient browser, String name, String password) throws Exception {
        var page =
                browser.send(request("/login").build(), BodyHandlers.ofString()).body();
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(csrf.find()).isTrue();
        var form = form(Map.of("username", name, "password", password, "_csrf", csrf.group(1)));
        var request = request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.discarding());
    }

    private static String codeOf(HttpResponse<?> redirect) {
        var location = redirect.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(REDIRECT + "?code=");
        return URLDecoder.decode(
                location.substring((REDIRECT + "?code=").length()).split("&", 2)[0], StandardCharsets.UTF_8);
    }

    private static Map<String, String> exchange(String code) throws Exception {
        var form = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", REDIRECT,
                "code_verifier", VERIFIER);
        return token(form, "throughline-console", "console-secret");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> token(Map<String, String> form, String client, String secret) throws Exception {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.US_ASCII));
        var request = request("/oauth2/token")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readValue(answer.body(), Map.class);
        }
    }

    private static JWTClaimsSet verified(@Nullable String token) throws Exception {
        assertThat(token).isNotNull();
        var signed = SignedJWT.parse(token);
        var keys = JWKSet.load(URI.create(settings.issuer() + "/oauth2/jwks").toURL());
        var key = keys.getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey();
        assertThat(signed.verify(new RSASSAVerifier(key))).isTrue();
        return signed.getJWTClaimsSet();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.issuer() + path));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
