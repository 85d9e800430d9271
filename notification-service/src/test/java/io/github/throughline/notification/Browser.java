package io.github.throughline.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Somebody's browser: keeps cookies, follows redirects, runs no script. */
final class Browser {

    private final String url;
    private final HttpClient http;

    Browser(int port) {
        this(
                "http://localhost:" + port,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
    }

    private Browser(String url, HttpClient http) {
        this.url = url;
        this.http = http;
    }

    /** The same one, with its cookies, at another instance of the service. */
    Browser at(int port) {
        return new Browser("http://localhost:" + port, http);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    /** As a page does by itself. */
    HttpResponse<String> refresh(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).header("HX-Request", "true"));
    }

    /** Sends a form of that page. */
    HttpResponse<String> post(HttpResponse<String> from, String path, String form) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(from.body());
        assertThat(token.find()).isTrue();
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token.group(1)) + "&" + form)));
    }

    HttpResponse<String> postWithoutToken(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
