package io.github.throughline.sandbox.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Has tokens minted by the sandbox's provider, one for each subject and roles. */
public final class IdentityClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI tokens;
    private final String secret;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<TokenController.Wanted, String> minted = new ConcurrentHashMap<>();

    /**
     * A client of the provider at this address.
     *
     * @param issuer the provider's address
     * @param secret the sandbox's secret
     */
    public IdentityClient(String issuer, String secret) {
        this.tokens = URI.create(issuer + "/sandbox/tokens");
        this.secret = secret;
    }

    /** A bearer token for anybody; it holds for hours and the same one is given again. */
    public String token(String subject, String... roles) {
        return minted.computeIfAbsent(new TokenController.Wanted(subject, List.of(roles)), this::mint);
    }

    private String mint(TokenController.Wanted wanted) {
        var request = HttpRequest.newBuilder(tokens)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Sandbox-Secret", secret)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(wanted)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the identity provider answered " + answer.statusCode());
            }
            return JSON.readValue(answer.body(), TokenController.Minted.class).token();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
