package io.github.throughline.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.platform.inbox.Inbox;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WardTest
class InboxIT {

    @Autowired
    Inbox inbox;

    @Autowired
    PlatformTransactionManager transactions;

    private final UUID event = UUID.randomUUID();

    @Test
    void anEventIsNewOnceForEachConsumer() {
        assertThat(first("deliveries")).isTrue();
        assertThat(first("deliveries")).isFalse();
        assertThat(first("worklist")).isTrue();
    }

    @Test
    void anEventWhoseEffectFailedIsNewAgain() {
        // When
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            inbox.first("deliveries", event);
            status.setRollbackOnly();
        });

        // Then
        assertThat(first("deliveries")).isTrue();
    }

    private boolean first(String consumer) {
        return Boolean.TRUE.equals(
                new TransactionTemplate(transactions).execute(status -> inbox.first(consumer, event)));
    }
}
