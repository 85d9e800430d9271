package io.github.throughline.notification.patientnotice;

import io.github.throughline.notification.patientnotice.PatientNotice.Kind;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a mail to a patient says: no name, no measure, nothing of what it is about. */
final class PatientWording {

    private final Locale language;
    private final ResourceBundle words;

    PatientWording(Locale language) {
        this.words = ResourceBundle.getBundle(
                "patient-notices",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        // What a language has no words for is said in English, its dates too.
        this.language = words.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : words.getLocale();
    }

    String subject(Kind kind) {
        return words.getString(key(kind) + ".subject");
    }

    /** @param expiresAt first instant after the time in which it can be answered */
    String invitation(Kind kind, Instant expiresAt, ZoneId zone, URI link) {
        // A window ends with a day, a grace at any time of it.
        var end = kind == Kind.OVERDUE
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
        return text(
                kind, end.localizedBy(language).format(expiresAt.minusMillis(1).atZone(zone)), link.toString());
    }

    String code(String code) {
        return text(Kind.CODE, code);
    }

    private String text(Kind kind, Object... parts) {
        return new MessageFormat(words.getString(key(kind) + ".text"), language).format(parts) + "\n\n"
                + words.getString("footer") + "\n";
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
