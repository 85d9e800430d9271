package io.github.throughline.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A retried request has one effect. The request and the keeping of its answer are one transaction; only answers of
 * success are kept, so a refused request can be sent again with the same key once it is mended.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_KEY = 255;

    private final Callers callers;
    private final IdempotentRequests answers;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    IdempotencyFilter(Callers callers, IdempotentRequests answers, TransactionTemplate transaction, JsonMapper json) {
        this.callers = callers;
        this.answers = answers;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !METHODS.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = callers.current();
        String key = request.getHeader(HEADER);
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
        } else if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(response, 400, "BAD_IDEMPOTENCY_KEY", "the header Idempotency-Key takes 1 to 255 characters");
        } else {
            once(caller.get(), key, request, response, chain);
        }
    }

    private void once(
            Caller caller, String key, HttpServletRequest incoming, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var request = new RepeatableRequest(incoming, incoming.getInputStream().readAllBytes());
        var caching = new ContentCachingResponseWrapper(response);
        transaction.executeWithoutResult(status -> {
            answers.lock(caller, key);
            answers.find(caller, key)
                    .ifPresentOrElse(
                            answer -> repeat(answer, request, caching),
                            () -> perform(caller, key, request, caching, chain, status));
        });
        caching.copyBodyToResponse();
    }

    private void perform(
            Caller caller,
            String key,
            RepeatableRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain,
            TransactionStatus status) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        if (response.getStatus() >= 300) {
            status.setRollbackOnly();
        } else {
            answers.keep(
                    caller,
                    key,
                    new IdempotentRequests.Answer(
                            request.getRequestURI(),
                            fingerprint(request),
                            response.getStatus(),
                            response.getContentType(),
                            response.getHeader(HttpHeaders.LOCATION),
                            response.getHeader(HttpHeaders.ETAG),
                            response.getContentAsByteArray()));
        }
    }

    private void repeat(IdempotentRequests.Answer answer, RepeatableRequest request, HttpServletResponse response) {
        try {
            if (!answer.fingerprint().equals(fingerprint(request))) {
                refuse(response, 422, "IDEMPOTENCY_KEY_REUSED", "this Idempotency-Key was used for another request");
                return;
            }
            response.setStatus(answer.status());
            if (answer.contentType() != null) {
                response.setContentType(answer.contentType());
            }
            if (answer.location() != null) {
                response.setHeader(HttpHeaders.LOCATION, answer.location());
            }
            if (answer.etag() != null) {
                response.setHeader(HttpHeaders.ETAG, answer.etag());
            }
            response.getOutputStream().write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuse(HttpServletResponse response, int status, String code, String detail) throws IOException {
        ProblemDetails.write(response, json, ProblemDetails.body(status, code, detail));
    }

    private static String fingerprint(RepeatableRequest request) {
        try {
            String head = String.join(
                    "\n",
                    request.getMethod(),
                    request.getRequestURI(),
                    Objects.requireNonNullElse(request.getQueryString(), ""),
                    Objects.requireNonNullElse(request.getHeader(HttpHeaders.IF_MATCH), ""),
                    "");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
