package io.github.throughline.platform.web;

import io.github.throughline.platform.messaging.Recoverable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** The one place that turns failures into problem details (RFC 9457), each with a stable code. Tells where, never what was sent. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemDetails extends ResponseEntityExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProblemDetails.class);
    private static final String AGAIN = "try again, a change with the same Idempotency-Key";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onProblem(Problem problem) {
        var response = ResponseEntity.status(problem.status());
        return (problem.status() == 503 ? response.header(HttpHeaders.RETRY_AFTER, "5") : response).body(body(problem));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onFault(RuntimeException error) {
        LOGGER.atError()
                .addKeyValue("error", classes(error))
                .addKeyValue("at", place(error))
                .log("request failed");
        if (Recoverable.isRecoverable(error)) {
            return ResponseEntity.status(503)
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .body(body(503, "TEMPORARILY_UNAVAILABLE", "something that it needs is away; " + AGAIN));
        }
        return ResponseEntity.internalServerError()
                .body(body(500, "INTERNAL_ERROR", "the request failed on our side; " + AGAIN));
    }

    /** The classes of an error and its causes; never their messages, which may quote the row. */
    private static String classes(Throwable error) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause)
                .limit(10)
                .map(e -> e.getClass().getName())
                .collect(Collectors.joining(" < "));
    }

    /** The first place in our own code that the error or a cause of it passed. */
    private static String place(Throwable error) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause)
                .limit(10)
                .flatMap(e -> Arrays.stream(e.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith("io.github.throughline."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException error, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body =
                body(400, "INVALID_PARAMETER", "a part of the path or query is not of the type it must be");
        if (error instanceof MethodArgumentTypeMismatchException mismatch) {
            body.setProperty("field", mismatch.getName());
        }
        return handleExceptionInternal(error, body, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException error, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> fields = error.getFieldErrors().stream()
                .map(f -> Map.of("field", f.getField(), "message", String.valueOf(f.getDefaultMessage())))
                .toList();
        ProblemDetail body = body(400, "INVALID_FIELDS", "some fields are not as they must be, see errors");
        body.setProperty("errors", fields);
        return handleExceptionInternal(error, body, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException error, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body = body(400, "UNREADABLE_BODY", "the body is not the JSON that this endpoint takes");
        if (error.getCause() instanceof DatabindException databind) {
            body.setProperty(
                    "field",
                    databind.getPath().stream()
                            .map(p -> p.getPropertyName() == null ? "[" + p.getIndex() + "]" : p.getPropertyName())
                            .collect(Collectors.joining(".")));
        }
        return handleExceptionInternal(error, body, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception error, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> response = super.handleExceptionInternal(error, body, headers, status, request);
        if (response != null
                && response.getBody() instanceof ProblemDetail detail
                && (detail.getProperties() == null || !detail.getProperties().containsKey("code"))) {
            HttpStatus known = HttpStatus.resolve(status.value());
            detail.setProperty("code", known == null ? "HTTP_" + status.value() : known.name());
        }
        return response;
    }

    static ProblemDetail body(Problem problem) {
        ProblemDetail body = body(problem.status(), problem.code(), problem.detail());
        if (problem.field() != null) {
            body.setProperty("field", problem.field());
        }
        return body;
    }

    static ProblemDetail body(int status, String code, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        body.setType(URI.create("urn:throughline:problem:" + code));
        body.setProperty("code", code);
        return body;
    }

    /** The answer of a filter, before any controller was asked. */
    static void write(HttpServletResponse response, JsonMapper json, ProblemDetail body) throws IOException {
        response.setStatus(body.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
