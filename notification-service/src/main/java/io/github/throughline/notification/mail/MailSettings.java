package io.github.throughline.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.mail.*}; the server's are {@code spring.mail.*}.
 *
 * @param from sender's address, e.g. Throughline &lt;no-reply@clinic.example&gt;
 */
@Validated
@ConfigurationProperties("throughline.mail")
public record MailSettings(@NotBlank String from) {

    /** A typo ends the start, not every notice. */
    public MailSettings {
        try {
            new InternetAddress(from, true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException("throughline.mail.from is no address", e);
        }
    }
}
