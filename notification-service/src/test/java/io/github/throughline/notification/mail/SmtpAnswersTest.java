package io.github.throughline.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;

class SmtpAnswersTest {

    @Test
    void onlyAnAnswerAboutTheAddressThatIsForGoodRefusesIt() throws Exception {
        assertThat(SmtpAnswers.refusesAddress(answered(550))).isTrue();
        assertThat(SmtpAnswers.refusesAddress(answered(553))).isTrue();
        assertThat(SmtpAnswers.refusesAddress(answered(450))).isFalse();
        assertThat(SmtpAnswers.refusesAddress(answered(530))).isFalse();
        assertThat(SmtpAnswers.refusesAddress(answered(571))).isFalse();
    }

    @Test
    void aServerThatIsAwayRefusesNoAddress() {
        assertThat(SmtpAnswers.refusesAddress(new MailSendException("connection refused")))
                .isFalse();
    }

    /** As the library tells it: the refusal of the one address behind the failure of the whole. */
    private static MailSendException answered(int code) throws Exception {
        var address = new InternetAddress("maria@clinic.example");
        var refusal = new SMTPAddressFailedException(address, "RCPT TO", code, "no");
        var failed = new SendFailedException(
                "Invalid Addresses", refusal, new Address[0], new Address[0], new Address[] {address});
        return new MailSendException(Map.of(new Object(), failed));
    }
}
