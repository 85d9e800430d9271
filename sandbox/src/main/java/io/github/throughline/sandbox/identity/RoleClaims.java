package io.github.throughline.sandbox.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts into tokens what services ask for: the audience, and the roles of who is meant. */
final class RoleClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String AUDIENCE = "throughline";
    static final String ROLES = "roles";

    private final Map<String, List<String>> rolesByUser;

    RoleClaims(IdentitySettings settings) {
        this.rolesByUser = settings.users().stream()
                .collect(Collectors.toMap(IdentitySettings.User::name, IdentitySettings.User::roles));
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getClaims().claim(ROLES, roles(context));
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(List.of(AUDIENCE));
        }
    }

    private List<String> roles(JwtEncodingContext context) {
        Authentication who = context.getPrincipal();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            return List.of("service");
        }
        return who == null ? List.of() : rolesByUser.getOrDefault(who.getName(), List.of());
    }
}
