package io.github.throughline.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** Tells who calls, from the access token or the signed-in session. */
public final class Callers {

    /** The caller of the current request; empty: nobody is signed in. */
    public Optional<Caller> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Caller> of(@Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof ClaimAccessor claims)) {
            return Optional.empty();
        }
        String subject = claims.getClaimAsString("sub");
        List<String> roles = claims.getClaimAsStringList("roles");
        return subject == null ? Optional.empty() : Optional.of(new Caller(subject, roles(roles)));
    }

    private static Set<Role> roles(@Nullable List<String> claim) {
        return claim == null
                ? Set.of()
                : claim.stream().flatMap(role -> Role.ofClaim(role).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
