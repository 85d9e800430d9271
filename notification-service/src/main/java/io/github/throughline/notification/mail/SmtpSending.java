package io.github.throughline.notification.mail;

import io.github.throughline.notification.delivery.DeliveryResult;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends one mail once, and says what the server's answer means. */
@Component
public class SmtpSending {

    private final JavaMailSender sender;

    SmtpSending(JavaMailSender sender) {
        this.sender = sender;
    }

    /** A mail in the making. */
    @FunctionalInterface
    public interface Mail {

        MimeMessage written() throws MessagingException;
    }

    public DeliveryResult send(Mail mail) {
        try {
            sender.send(mail.written());
            return new DeliveryResult.Delivered();
        } catch (AddressException e) {
            return new DeliveryResult.Rejected("bad-address");
        } catch (MailAuthenticationException e) {
            return new DeliveryResult.Retry("smtp-not-signed-in");
        } catch (MailSendException e) {
            return SmtpAnswers.refusesAddress(e)
                    ? new DeliveryResult.Rejected("address-refused")
                    : new DeliveryResult.Retry("smtp-failed");
        } catch (MailException | MessagingException e) {
            return new DeliveryResult.Retry("smtp-failed");
        }
    }
}
