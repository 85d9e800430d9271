package io.github.throughline.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail whose Message-ID follows from the notice, so that mail programs recognise one that was sent twice. */
public final class NoticeMail extends MimeMessage {

    /** Of what is told to coordinators and outside providers. */
    static final String HEADER = "X-Throughline-Notice";

    private final UUID noticeId;
    private @Nullable String text;

    /** @param header which bears the notice's id */
    public NoticeMail(UUID noticeId, String header, String from) throws MessagingException {
        super(Session.getInstance(new Properties()));
        this.noticeId = noticeId;
        setFrom(new InternetAddress(from));
        setHeader(header, noticeId.toString());
        // Out-of-office programs answer neither.
        setHeader("Auto-Submitted", "auto-generated");
    }

    public NoticeMail to(String address, String subject, String text) throws MessagingException {
        setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        setSubject(subject, UTF_8.name());
        setText(text, UTF_8.name());
        this.text = text;
        return this;
    }

    /** The same with a second form for programs that show it, built from the text. */
    public NoticeMail alsoAs(String html) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(String.valueOf(text), UTF_8.name());
        var rich = new MimeBodyPart();
        rich.setText(html, UTF_8.name(), "html");
        setContent(new MimeMultipart("alternative", plain, rich));
        return this;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + noticeId + "@throughline>");
    }
}
