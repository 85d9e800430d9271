package io.github.throughline.sandbox.sink;

import com.icegreen.greenmail.mail.MovingMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What arrived, mails and webhooks, and which of them are to fail. */
final class Sinks {

    private static final String MAIL = "mail";
    private static final int ACCEPTED = 204;

    /** SMTP's. */
    private static final int TRY_AGAIN = 451;

    private final Arrivals<Mail> mails = new Arrivals<>();
    private final Arrivals<Webhook> webhooks = new Arrivals<>();
    private final Failures mailFailures = new Failures();
    private final Failures hookFailures = new Failures();

    /** @throws IllegalStateException when it is to be refused */
    void accept(MovingMessage message) {
        if (mailFailures.next(MAIL).isPresent()) {
            throw new IllegalStateException("refused as asked for");
        }
        mails.keep(number -> MimeMail.read(number, Instant.now(), message));
    }

    /** The status to answer a call with; refused calls are kept too. */
    int accept(String name, Map<String, List<String>> headers, String body) {
        var status = hookFailures.next(name).orElse(ACCEPTED);
        var id = String.join(",", headers.getOrDefault("webhook-id", List.of()));
        webhooks.keep(number -> new Webhook(number, Instant.now(), name, id, headers, body, status));
        return status;
    }

    List<Mail> mails(long after, Optional<String> recipient) {
        return mails.after(after).stream()
                .filter(mail -> recipient.map(mail.recipients()::contains).orElse(true))
                .toList();
    }

    List<Webhook> webhooks(long after, Optional<String> name) {
        return webhooks.after(after).stream()
                .filter(hook -> name.map(hook.name()::equals).orElse(true))
                .toList();
    }

    void failMails(int count) {
        mailFailures.plan(MAIL, count, TRY_AGAIN);
    }

    void failWebhooks(String name, int count, int status) {
        hookFailures.plan(name, count, status);
    }
}
