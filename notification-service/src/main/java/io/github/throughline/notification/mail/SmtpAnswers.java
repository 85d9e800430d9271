package io.github.throughline.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Arrays;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;

/** What an SMTP server's refusal means. */
final class SmtpAnswers {

    private static final int PERMANENT = 550;
    private static final int PERMANENT_END = 560;

    private SmtpAnswers() {}

    /** Whether the server says that this address will never take the mail (55x). */
    static boolean refusesAddress(MailSendException error) {
        return Arrays.stream(error.getMessageExceptions()).anyMatch(SmtpAnswers::refusesAddress);
    }

    private static boolean refusesAddress(Exception error) {
        if (error instanceof SMTPAddressFailedException refusal) {
            return refusal.getReturnCode() >= PERMANENT && refusal.getReturnCode() < PERMANENT_END;
        }
        return error instanceof SendFailedException && next(error) != null && refusesAddress(next(error));
    }

    private static Exception next(Exception error) {
        return ((MessagingException) error).getNextException();
    }
}
