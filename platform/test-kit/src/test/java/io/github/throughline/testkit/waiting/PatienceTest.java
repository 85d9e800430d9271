package io.github.throughline.testkit.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void awaitIsPatientUnlessATestSaysOtherwise() {
        // Given
        var left = new AtomicReference<>(Duration.ZERO);

        // When
        await().conditionEvaluationListener(condition -> left.set(Duration.ofMillis(condition.getRemainingTimeInMS())))
                .until(() -> true);

        // Then
        assertThat(left.get()).isBetween(Patience.USUAL.minusSeconds(5), Patience.USUAL);
    }
}
