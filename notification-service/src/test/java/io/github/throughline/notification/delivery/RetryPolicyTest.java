package io.github.throughline.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private final RetryPolicy policy = new RetryPolicy(6, Duration.ofSeconds(5), Duration.ofSeconds(30));

    @Test
    void eachWaitIsTwiceTheOneBeforeUpToTheLongest() {
        assertThat(policy.waitAfter(1, Duration.ZERO)).hasValue(Duration.ofSeconds(5));
        assertThat(policy.waitAfter(2, Duration.ZERO)).hasValue(Duration.ofSeconds(10));
        assertThat(policy.waitAfter(3, Duration.ZERO)).hasValue(Duration.ofSeconds(20));
        assertThat(policy.waitAfter(4, Duration.ZERO)).hasValue(Duration.ofSeconds(30));
    }

    @Test
    void aRecipientMayAskForMoreTimeButNotForEver() {
        assertThat(policy.waitAfter(1, Duration.ofMinutes(2))).hasValue(Duration.ofMinutes(2));
        assertThat(policy.waitAfter(1, Duration.ofSeconds(1))).hasValue(Duration.ofSeconds(5));
        assertThat(policy.waitAfter(1, Duration.ofDays(400))).hasValue(Duration.ofHours(24));
    }

    @Test
    void itGivesUpAfterTheLastTry() {
        assertThat(policy.waitAfter(6, Duration.ZERO)).isEmpty();
    }

    @Test
    void manyTriesDoNotOverflow() {
        var patient = new RetryPolicy(1000, Duration.ofSeconds(1), Duration.ofMinutes(15));

        assertThat(patient.waitAfter(999, Duration.ZERO)).hasValue(Duration.ofMinutes(15));
    }
}
