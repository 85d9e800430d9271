package io.github.throughline.platform.fhir;

import java.util.Objects;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Problem details become an OperationOutcome below {@code /fhir}: status, code and wording stay those of the one place that makes them. */
@ControllerAdvice
class HttpOutcomeAdvice implements ResponseBodyAdvice<Object> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof ProblemDetail problem) || !isFhir(request.getURI().getPath())) {
            return body;
        }
        response.getHeaders().setContentType(HttpFhir.JSON);
        return JSON.readTree(FhirJson.write(outcome(problem)));
    }

    private static boolean isFhir(String path) {
        return path.equals("/fhir") || path.startsWith("/fhir/");
    }

    private static OperationOutcome outcome(ProblemDetail problem) {
        String code = Objects.requireNonNullElse(text(problem, "code"), "INTERNAL_ERROR");
        String detail = Objects.requireNonNullElse(problem.getDetail(), "the request failed");
        return new OperationOutcome()
                .addIssue(FhirOutcomes.issue(problem.getStatus(), code, detail, text(problem, "field")));
    }

    private static @Nullable String text(ProblemDetail problem, String property) {
        var properties = problem.getProperties();
        return properties != null && properties.get(property) instanceof String text ? text : null;
    }
}
