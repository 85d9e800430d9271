package io.github.throughline.sandbox.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which people sign in; it names the sandbox's users, since everybody may be any of them. */
@RestController
class LoginController {

    private static final String WRONG =
            "<p class=\"wrong\" role=\"alert\">That name and password do not belong together.</p>";

    private final IdentitySettings settings;
    private final String page = load();

    LoginController(IdentitySettings settings) {
        this.settings = settings;
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    String login(CsrfToken csrf, @RequestParam(required = false) @Nullable String error) {
        return page.replace("{{message}}", error == null ? "" : WRONG)
                .replace("{{csrf-name}}", csrf.getParameterName())
                .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()))
                .replace("{{users}}", users());
    }

    private String users() {
        return settings.users().stream()
                .map(user -> "<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                HtmlUtils.htmlEscape(user.name()),
                                HtmlUtils.htmlEscape(user.password()),
                                HtmlUtils.htmlEscape(String.join(", ", user.roles()))))
                .collect(Collectors.joining("\n"));
    }

    private static String load() {
        try (var in = LoginController.class.getResourceAsStream("login.html")) {
            if (in == null) {
                throw new IllegalStateException("login.html is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
