package io.github.throughline.sandbox.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what arrived at the sinks, and asks them to fail. */
public final class SinkClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    /** A client of the sinks at this address. */
    public SinkClient(String url) {
        this.url = url;
    }

    /** Mails with a number above this one, in the order of arrival. */
    public List<Mail> mailsAfter(long number) {
        return JSON.readValue(get("/api/mails?after=" + number), new TypeReference<List<Mail>>() {});
    }

    /** Webhook calls with a number above this one, refused ones too, in the order of arrival. */
    public List<Webhook> webhooksAfter(long number) {
        return JSON.readValue(get("/api/webhooks?after=" + number), new TypeReference<List<Webhook>>() {});
    }

    /** Where a partner of that name would have its webhook. */
    public String hookUrl(String name) {
        return url + "/hooks/" + name;
    }

    /** The next so many mails are refused with SMTP's 451: try again. */
    public void failMails(int count) {
        post("/api/failures/mail?count=" + count);
    }

    /** The next so many calls of a hook are answered with HTTP's status. */
    public void failWebhooks(String name, int count, int status) {
        post("/api/failures/hooks/" + name + "?count=" + count + "&status=" + status);
    }

    private String get(String path) {
        return send(request(path).build());
    }

    private void post(String path) {
        send(request(path).POST(BodyPublishers.noBody()).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private String send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("the sinks answered " + answer.statusCode());
            }
            return answer.body();
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
