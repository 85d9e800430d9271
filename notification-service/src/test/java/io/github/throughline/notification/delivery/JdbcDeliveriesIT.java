package io.github.throughline.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.TestDatabase;
import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.Audience;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JdbcDeliveriesIT {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcDeliveries deliveries = new JdbcDeliveries(database.jdbc());

    @Test
    void theWorstGoesFirstHoweverLongTheOthersHaveBeenDue() {
        // Given
        pending(Audience.COORDINATOR, Severity.ROUTINE, Duration.ofMinutes(3));
        pending(Audience.COORDINATOR, Severity.URGENT, Duration.ofMinutes(2));
        pending(Audience.COORDINATOR, Severity.SAFETY, Duration.ofMinutes(1));

        // When
        var first = claimed(Audience.COORDINATOR);
        var second = claimed(Audience.COORDINATOR);
        var third = claimed(Audience.COORDINATOR);

        // Then
        assertThat(first).isEqualTo(Severity.SAFETY);
        assertThat(second).isEqualTo(Severity.URGENT);
        assertThat(third).isEqualTo(Severity.ROUTINE);
    }

    @Test
    void eachAudienceHasItsOwnQueue() {
        // Given
        pending(Audience.PROVIDER, Severity.SAFETY, Duration.ofMinutes(2));
        pending(Audience.COORDINATOR, Severity.ROUTINE, Duration.ofMinutes(1));

        // When
        var coordinators = claimed(Audience.COORDINATOR);
        var providers = claimed(Audience.PROVIDER);

        // Then
        assertThat(coordinators).isEqualTo(Severity.ROUTINE);
        assertThat(providers).isEqualTo(Severity.SAFETY);
    }

    private Severity claimed(Audience audience) {
        return deliveries
                .claim(audience, NOW, NOW.plusSeconds(60), 1)
                .getFirst()
                .severity();
    }

    private void pending(Audience audience, Severity severity, Duration due) {
        database.jdbc()
                .sql("""
                        insert into notice (id, escalation_id, escalation_version, episode_id, kind, severity, audience,
                            recipient, state, release_at, next_attempt_at, created_at, created_care_at)
                        values (:id, :id, 1, :id, 'RAISED', :severity, :audience, 'maria', 'PENDING', :at, :at, :at, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("severity", severity.name())
                .param("audience", audience.name())
                .param("at", Timestamp.from(NOW.minus(due)))
                .update();
    }
}
