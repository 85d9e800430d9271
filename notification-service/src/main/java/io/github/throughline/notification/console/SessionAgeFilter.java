package io.github.throughline.notification.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions: a console that nobody sits at refreshes itself, and would stay signed in for ever. */
final class SessionAgeFilter extends OncePerRequestFilter {

    private static final String USED_AT = "throughline.used-at";

    /** Not kept at every request: it is a write to the database. */
    private static final int GRAINS_OF_IDLE_TIME = 60;

    private final ConsoleSettings settings;
    private final InstantSource machine;

    SessionAgeFilter(ConsoleSettings settings, InstantSource machine) {
        this.settings = settings;
        this.machine = machine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            age(session, request.getHeader("HX-Request") != null);
        }
        next.doFilter(request, response);
    }

    private void age(HttpSession session, boolean byItself) {
        Instant now = machine.instant();
        Instant created = Instant.ofEpochMilli(session.getCreationTime());
        Instant used = session.getAttribute(USED_AT) instanceof Instant at ? at : created;
        if (now.isAfter(created.plus(settings.sessionLifetime())) || now.isAfter(used.plus(settings.sessionIdle()))) {
            session.invalidate();
        } else if (!byItself && now.isAfter(used.plus(settings.sessionIdle().dividedBy(GRAINS_OF_IDLE_TIME)))) {
            session.setAttribute(USED_AT, now);
        }
    }
}
