package io.github.throughline.platform.fhir;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem details become an OperationOutcome, whoever wrote them: endpoints, those that guard them, or filters. Status,
 * code and wording stay those of the one place that makes them.
 */
final class HttpOutcomeFilter extends OncePerRequestFilter {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOWEST_ERROR = 400;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        OperationOutcome outcome =
                kept.getStatus() < LOWEST_ERROR ? null : outcome(kept.getStatus(), kept.getContentAsByteArray());
        if (outcome != null) {
            kept.resetBuffer();
            kept.setContentType(HttpFhir.JSON_VALUE);
            kept.getOutputStream().write(FhirJson.write(outcome));
        }
        kept.copyBodyToResponse();
    }

    /** Null: the body is something else, e.g. an outcome already. */
    private static @Nullable OperationOutcome outcome(int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            if (!problem.path("code").isString()) {
                return null;
            }
            String field =
                    problem.path("field").isString() ? problem.get("field").asString() : null;
            return new OperationOutcome()
                    .addIssue(FhirOutcomes.issue(
                            status,
                            problem.get("code").asString(),
                            problem.path("detail").asString("the request failed"),
                            field));
        } catch (JacksonException e) {
            return null;
        }
    }
}
