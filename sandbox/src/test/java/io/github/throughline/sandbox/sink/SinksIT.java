package io.github.throughline.sandbox.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SinksIT {

    private final Sinks sinks = new Sinks();
    private final SmtpSink smtp = new SmtpSink(0, sinks);
    private final SinkHttp http = new SinkHttp(0, sinks, "a launch");
    private final SinkClient client;

    SinksIT() {
        smtp.start();
        http.start();
        client = new SinkClient("http://127.0.0.1:" + http.port());
    }

    @AfterEach
    void close() {
        client.close();
        http.close();
        smtp.close();
    }

    @Test
    void aMailIsGivenBackAsItWasSent() throws MessagingException {
        // Given
        var before = Instant.now();

        // When
        send("coordinator@clinic.example", "Ä stall", "One line\n.dot\nÜber");

        // Then
        var mail = client.mailsAfter(0).getFirst();
        assertThat(mail.recipients()).containsExactly("coordinator@clinic.example");
        assertThat(mail.subject()).isEqualTo("Ä stall");
        assertThat(mail.body()).isEqualToNormalizingNewlines("One line\n.dot\nÜber");
        assertThat(mail.headers().get("X-Notice")).containsExactly("n-1");
        assertThat(mail.arrivedAt()).isBetween(before, Instant.now());
    }

    @Test
    void hundredsOfMailsAtOnceAllArrive() {
        // When
        try (var senders = Executors.newFixedThreadPool(24)) {
            IntStream.range(0, 400).forEach(i -> senders.execute(() -> sendQuietly("c" + i + "@clinic.example")));
        }

        // Then
        assertThat(client.mailsAfter(0)).hasSize(400);
        assertThat(client.mailsAfter(390)).hasSize(10);
    }

    @Test
    void mailsAreRefusedAsOftenAsAskedFor() throws MessagingException {
        // Given
        client.failMails(1);

        // When
        assertThatThrownBy(() -> send("c@clinic.example", "first", "")).isInstanceOf(MessagingException.class);
        send("c@clinic.example", "second", "");

        // Then
        assertThat(client.mailsAfter(0)).extracting(Mail::subject).containsExactly("second");
    }

    @Test
    void aWebhookIsKeptWithItsIdAndItsAnswer() throws Exception {
        // Given
        client.failWebhooks("clinic", 1, 503);

        // When
        var first = call("clinic", "n-1", "{\"kind\": \"plateau\"}");
        var second = call("clinic", "n-1", "{\"kind\": \"plateau\"}");

        // Then
        assertThat(first).isEqualTo(503);
        assertThat(second).isEqualTo(204);
        assertThat(client.webhooksAfter(0))
                .extracting(Webhook::id, Webhook::status, Webhook::body)
                .containsExactly(
                        tuple("n-1", 503, "{\"kind\": \"plateau\"}"), tuple("n-1", 204, "{\"kind\": \"plateau\"}"));
    }

    @Test
    void whatArrivedCanBeReadOnAPageThatRunsNothingOfIt() throws Exception {
        // Given
        send("c@clinic.example", "<script>alert(1)</script>", "body");

        // When
        var page = get("/");

        // Then
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    private int call(String hook, String id, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(client.hookUrl(hook)))
                .header("webhook-id", id)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path))
                .build();
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(request, BodyHandlers.ofString()).body();
        }
    }

    private void sendQuietly(String recipient) {
        try {
            send(recipient, "subject", "body");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String recipient, String subject, String body) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("throughline@clinic.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        message.setSubject(subject, "UTF-8");
        message.setHeader("X-Notice", "n-1");
        message.setText(body, "UTF-8");
        Transport.send(message);
    }
}
