package io.github.throughline.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.TestDatabase;
import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.Audience;
import io.github.throughline.notification.notice.NoticeState;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    @Test
    void oneRecipientHasNoMoreTriesUnderWayThanItsShare() {
        // Given
        for (int n = 0; n < 4; n++) {
            pending("hanging", Audience.PROVIDER, Severity.SAFETY, Duration.ofMinutes(5));
        }
        pending("quick", Audience.PROVIDER, Severity.ROUTINE, Duration.ofMinutes(1));

        // When
        var first = recipients(2);
        var second = recipients(2);

        // Then
        assertThat(first).containsExactlyInAnyOrder("hanging", "hanging", "quick");
        assertThat(second).isEmpty();
    }

    @Test
    void whoLostTheLeaseSettlesAndSendsNothing() {
        // Given
        pending(Audience.COORDINATOR, Severity.ROUTINE, Duration.ofMinutes(1));
        var lost = deliveries
                .claim(Audience.COORDINATOR, NOW, NOW.plusSeconds(60), 1, 4)
                .getFirst();

        // When
        var later = NOW.plusSeconds(60);
        var held = deliveries
                .claim(Audience.COORDINATOR, later, later.plusSeconds(60), 1, 4)
                .getFirst();

        // Then
        var ending = new JdbcDeliveries.Ending(later, later);
        assertThat(held.id()).isEqualTo(lost.id());
        assertThat(deliveries.renew(lost, later.plusSeconds(90))).isFalse();
        assertThat(deliveries.end(lost, NoticeState.FAILED, "", 1, ending)).isFalse();
        assertThat(deliveries.renew(held, later.plusSeconds(90))).isTrue();
        assertThat(deliveries.end(held, NoticeState.DELIVERED, "", 1, ending)).isTrue();
    }

    @Test
    void whatIsHeldIsTakenByNobodyElseUntilTheLeaseRunsOut() {
        // Given
        pending(Audience.COORDINATOR, Severity.ROUTINE, Duration.ofMinutes(1));
        deliveries.claim(Audience.COORDINATOR, NOW, NOW.plusSeconds(60), 1, 4);

        // When
        var meanwhile = deliveries.claim(Audience.COORDINATOR, NOW.plusSeconds(59), NOW.plusSeconds(99), 1, 4);
        var afterwards = deliveries.claim(Audience.COORDINATOR, NOW.plusSeconds(60), NOW.plusSeconds(99), 1, 4);

        // Then
        assertThat(meanwhile).isEmpty();
        assertThat(afterwards).hasSize(1);
    }

    private List<String> recipients(int perRecipient) {
        return deliveries.claim(Audience.PROVIDER, NOW, NOW.plusSeconds(60), 10, perRecipient).stream()
                .map(Delivery::recipient)
                .toList();
    }

    private Severity claimed(Audience audience) {
        return deliveries
                .claim(audience, NOW, NOW.plusSeconds(60), 1, 4)
                .getFirst()
                .severity();
    }

    private void pending(Audience audience, Severity severity, Duration due) {
        pending("maria", audience, severity, due);
    }

    private void pending(String recipient, Audience audience, Severity severity, Duration due) {
        database.jdbc()
                .sql("""
                        insert into notice (id, escalation_id, escalation_version, episode_id, kind, severity, audience,
                            recipient, state, release_at, next_attempt_at, created_at, created_care_at)
                        values (:id, :id, 1, :id, 'RAISED', :severity, :audience, :recipient, 'PENDING', :at, :at, :at, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("recipient", recipient)
                .param("severity", severity.name())
                .param("audience", audience.name())
                .param("at", Timestamp.from(NOW.minus(due)))
                .update();
    }
}
