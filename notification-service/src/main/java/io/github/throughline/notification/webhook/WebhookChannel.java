package io.github.throughline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.github.throughline.notification.delivery.Channel;
import io.github.throughline.notification.delivery.Delivery;
import io.github.throughline.notification.delivery.DeliveryResult;
import io.github.throughline.notification.delivery.ProviderMessages;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.recipient.Recipient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts to a partner's address; follows no redirect, so that what is signed for one address goes to no other. */
@Component
class WebhookChannel implements Channel {

    private final ProviderMessages messages;
    private final JdbcDisabledWebhooks disabled;
    private final WebhookSettings settings;
    private final InstantSource machine;
    private final JsonMapper json;
    private final HttpClient http;

    WebhookChannel(
            ProviderMessages messages,
            JdbcDisabledWebhooks disabled,
            WebhookSettings settings,
            InstantSource machine,
            JsonMapper json) {
        this.messages = messages;
        this.disabled = disabled;
        this.settings = settings;
        this.machine = machine;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public ChannelName name() {
        return ChannelName.WEBHOOK;
    }

    @Override
    public byte[] body(Delivery delivery, Recipient recipient) {
        return json.writeValueAsBytes(WebhookBody.of(messages.make(delivery, recipient)));
    }

    @Override
    public DeliveryResult send(Delivery delivery, Recipient recipient, byte[] body) {
        String address = recipient.address();
        String secret = recipient.secret();
        if (address == null) {
            return new DeliveryResult.Rejected("no-address");
        }
        if (secret == null || secret.isBlank()) {
            return new DeliveryResult.Rejected("no-secret");
        }
        Optional<String> refusal = refusal(address, secret);
        return refusal.isPresent()
                ? new DeliveryResult.Rejected(refusal.get())
                : tryToPost(delivery, address, secret, body);
    }

    private DeliveryResult tryToPost(Delivery delivery, String address, String secret, byte[] body) {
        try {
            return post(delivery, address, secret, body);
        } catch (IllegalArgumentException | EmptyWebhookSecretException | WebhookSigningException e) {
            return new DeliveryResult.Rejected("webhook-set-up-wrong");
        } catch (ExecutionException e) {
            return new DeliveryResult.Retry("webhook-unreachable");
        } catch (TimeoutException e) {
            return new DeliveryResult.Retry("webhook-too-slow");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeliveryResult.Retry("interrupted");
        }
    }

    private Optional<String> refusal(String address, String secret) {
        if (settings.requireHttps() && !address.startsWith("https://")) {
            return Optional.of("webhook-without-tls");
        }
        return disabled.contains(address, secret) ? Optional.of("webhook-gone") : Optional.empty();
    }

    private DeliveryResult post(Delivery delivery, String address, String secret, byte[] body)
            throws InterruptedException, ExecutionException, TimeoutException, EmptyWebhookSecretException,
                    WebhookSigningException {
        Instant now = machine.instant();
        String id = delivery.id().toString();
        String signature = new Webhook(secret).sign(id, now.getEpochSecond(), new String(body, UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<Void> answer = whole(request);
        if (answer.statusCode() == WebhookAnswer.GONE) {
            disabled.add(address, secret, now);
        }
        return WebhookAnswer.read(answer.statusCode(), answer.headers().firstValue("Retry-After"), now);
    }

    /** In time: a request's own timeout ends with the answer's headers, and a body can stall for ever. */
    private HttpResponse<Void> whole(HttpRequest request)
            throws InterruptedException, ExecutionException, TimeoutException {
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }
}
