package io.github.throughline.notification.patientnotice;

import io.github.throughline.notification.mail.MailSettings;
import io.github.throughline.notification.patientnotice.PatientNoticeSending.Writing;
import io.github.throughline.platform.checkinlink.CheckinLinkConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What mails to patients are written with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PatientNoticeSettings.class)
@Import(CheckinLinkConfiguration.class)
class PatientNoticeConfiguration {

    @Bean
    Writing patientNoticeWriting(MailSettings mail, PatientNoticeSettings settings) {
        return new Writing(mail.from(), new PatientWording(settings.language()));
    }
}
