package io.github.throughline.notification.mail;

import io.github.throughline.notification.delivery.Delivery;
import io.github.throughline.notification.notice.NoticeKind;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a mail says: no patient, no measure, no value. */
final class MailWording {

    private MailWording() {}

    /** @param news by escalation; at least one */
    static String subject(Delivery delivery, Map<UUID, NoticeKind> news) {
        NoticeKind only = news.values().iterator().next();
        String fact = news.size() == 1 ? fact(only) : "%d escalations of one patient".formatted(news.size());
        return "%s: %s".formatted(capital(delivery.severity().word()), fact);
    }

    /** Of several escalations of one patient. */
    static String body(Delivery delivery, Map<UUID, NoticeKind> news, Function<UUID, URI> link) {
        String lines = news.entrySet().stream()
                .map(one -> "%s:\n%s\n".formatted(capital(fact(one.getValue())), link.apply(one.getKey())))
                .collect(Collectors.joining("\n"));
        return """
                News of %d escalations of one patient.
                Severity: %s

                %s
                This message holds no patient data on purpose. Please do not answer it.
                """.formatted(news.size(), delivery.severity().word(), lines);
    }

    static String body(Delivery delivery, NoticeKind kind, URI link) {
        return """
                %s.
                Severity: %s

                %s:
                %s

                This message holds no patient data on purpose. Please do not answer it.
                """.formatted(capital(fact(kind)), delivery.severity().word(), invitation(kind), link);
    }

    static String acknowledging(URI link) {
        return """

                Acknowledge it without signing in (good for once):
                %s
                """.formatted(link);
    }

    private static String fact(NoticeKind kind) {
        return switch (kind) {
            case RAISED -> "an escalation was raised";
            case UPDATED -> "an escalation has new evidence";
            case RESOLVED -> "an escalation was resolved";
            case WITHDRAWN -> "an escalation was withdrawn, late data disproved it";
            case PROVIDER_NOT_TOLD -> "an outside provider could not be told of an escalation";
            case CONSENT_WITHDRAWN -> "an outside provider was not told, the patient has withdrawn the consent";
            case UNACKNOWLEDGED -> "nobody has acknowledged an escalation yet";
            case UNDECIDED -> "an escalation is open again, nothing was decided in time";
        };
    }

    private static String invitation(NoticeKind kind) {
        return switch (kind) {
            case RAISED, UPDATED, UNACKNOWLEDGED, UNDECIDED -> "See the evidence and the plan's next step";
            case RESOLVED, WITHDRAWN -> "See how it ended";
            case CONSENT_WITHDRAWN -> "See who was not told, and talk with the patient if they should know";
            case PROVIDER_NOT_TOLD -> "See who is still to be told, and tell them yourself";
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
