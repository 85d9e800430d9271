package io.github.throughline.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Enforces {@link Allow} before an endpoint runs; what carries none is refused. */
final class AccessInterceptor implements HandlerInterceptor {

    private final Callers callers;
    private final ObjectProvider<CareRelations> relations;

    AccessInterceptor(Callers callers, ObjectProvider<CareRelations> relations) {
        this.callers = callers;
        this.relations = relations;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        Allow allow = method.getMethodAnnotation(Allow.class);
        if (allow == null) {
            throw new NotAllowed();
        }
        if (allow.to() == Allow.To.PUBLIC || allow.to() == Allow.To.SIGNED_LINK) {
            return true;
        }
        Caller caller = callers.current().orElseThrow(NotAllowed::new);
        if (!hasRole(caller, allow)) {
            throw new NotAllowed();
        }
        if (allow.to() == Allow.To.EPISODE) {
            requireRelation(caller, episodeId(request));
        }
        return true;
    }

    /** Error pages and API documents come from libraries and hold no patient data. */
    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("io.github.throughline.");
    }

    private static boolean hasRole(Caller caller, Allow allow) {
        return allow.value().length == 0 || Arrays.stream(allow.value()).anyMatch(caller::is);
    }

    private void requireRelation(Caller caller, @Nullable UUID episodeId) {
        if (episodeId == null) {
            throw new NotAllowed();
        }
        if (!caller.is(Role.SERVICE) && !relations.getObject().related(caller, episodeId)) {
            throw new EpisodeNotFound(episodeId);
        }
    }

    private static @Nullable UUID episodeId(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("episodeId") instanceof String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return null;
    }
}
