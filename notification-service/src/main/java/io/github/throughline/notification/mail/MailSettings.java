package io.github.throughline.notification.mail;

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
public record MailSettings(@NotBlank String from) {}
