package io.github.throughline.sandbox.sink;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads a message as it travels into what people see of it. */
final class MimeMail {

    private MimeMail() {}

    static Mail read(long number, Instant arrivedAt, MovingMessage message) {
        try {
            var mime = message.getMessage();
            return new Mail(
                    number,
                    arrivedAt,
                    message.getReturnPath().getEmail(),
                    message.getToAddresses().stream().map(MailAddress::getEmail).toList(),
                    Objects.requireNonNullElse(mime.getSubject(), ""),
                    headers(mime),
                    text(mime).orElse(""));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("not a message", e);
        }
    }

    private static Map<String, List<String>> headers(MimeMessage mime) throws MessagingException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (Header header : Collections.list(mime.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return headers;
    }

    /** Plain text before any other kind of text. */
    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (!(part.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        Optional<String> found = Optional.empty();
        for (var i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            var text = text(inner);
            if (text.isPresent() && inner.isMimeType("text/plain")) {
                return text;
            }
            found = found.or(() -> text);
        }
        return found;
    }
}
