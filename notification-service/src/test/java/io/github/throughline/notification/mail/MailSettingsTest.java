package io.github.throughline.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MailSettingsTest {

    @Test
    void aSenderThatIsNoAddressEndsTheStart() {
        assertThat(new MailSettings("Throughline <no-reply@clinic.example>").from())
                .isNotEmpty();
        assertThatThrownBy(() -> new MailSettings("Throughline <no-reply@clinic.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("throughline.mail.from");
    }
}
