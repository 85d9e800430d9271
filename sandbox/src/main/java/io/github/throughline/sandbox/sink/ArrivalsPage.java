package io.github.throughline.sandbox.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page on which people read what arrived, the newest first. */
final class ArrivalsPage {

    private static final int SHOWN = 200;

    private ArrivalsPage() {}

    static String of(Sinks sinks) {
        return template()
                .replace("{{mails}}", newest(sinks.mails(0, Optional.empty()), ArrivalsPage::entry))
                .replace("{{webhooks}}", newest(sinks.webhooks(0, Optional.empty()), ArrivalsPage::entry));
    }

    private static <T> String newest(List<T> arrivals, Function<T, String> entry) {
        return arrivals.isEmpty()
                ? "<p>Nothing has arrived yet.</p>"
                : arrivals.reversed().stream().limit(SHOWN).map(entry).collect(Collectors.joining("\n"));
    }

    private static String entry(Mail mail) {
        return details(
                mail.subject() + " → " + String.join(", ", mail.recipients()),
                mail.arrivedAt().toString(),
                mail.body());
    }

    private static String entry(Webhook hook) {
        return details(
                hook.name() + " · " + hook.id() + " · answered " + hook.status(),
                hook.arrivedAt().toString(),
                hook.body());
    }

    private static String details(String title, String time, String body) {
        return "<details><summary><span>%s</span> <time>%s</time></summary><pre>%s</pre></details>"
                .formatted(escape(title), escape(time), escape(body));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String template() {
        try (var in = ArrivalsPage.class.getResourceAsStream("arrivals.html")) {
            if (in == null) {
                throw new IllegalStateException("arrivals.html is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
