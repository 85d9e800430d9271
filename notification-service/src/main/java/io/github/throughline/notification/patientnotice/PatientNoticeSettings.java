package io.github.throughline.notification.patientnotice;

import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code throughline.patient-notices.*}; times are machine time.
 *
 * @param enabled false: reminders are taken in and not sent; codes are
 * @param language of the mails: en or de
 * @param pollInterval how often due notices are looked for
 * @param firstRetry wait after the first try that failed, or had no answer from intake-service; each next one twice as long
 * @param longestRetry no wait is longer
 */
@ConfigurationProperties("throughline.patient-notices")
record PatientNoticeSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("en") Locale language,
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("15s") Duration firstRetry,
        @DefaultValue("30m") Duration longestRetry) {

    private static final int DOUBLINGS = 20;

    Duration waitAfter(int tries) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), DOUBLINGS));
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
