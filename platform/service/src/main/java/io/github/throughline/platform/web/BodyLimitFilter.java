package io.github.throughline.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** No request fills the memory: a body that is too large is refused by its length, or where it says none once it is read so far. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final JsonMapper json;

    BodyLimitFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (request.getContentLengthLong() > BodyTooLarge.MOST_BYTES) {
                throw new BodyTooLarge();
            }
            chain.doFilter(new BoundedRequest(request), response);
        } catch (BodyTooLarge e) {
            // Read by a filter: a controller's reading is answered by ProblemDetails.
            ProblemDetails.write(response, json, ProblemDetails.body(e));
        }
    }
}
