package io.github.throughline.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.notification.TestDatabase;
import io.github.throughline.notification.escalation.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReleaseIT {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final String CLINIC = "clinic";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcNotices notices = new JdbcNotices(database.jdbc());
    private final NoticeWriting writing = new NoticeWriting(notices, InstantSource.fixed(NOW), event -> {});
    private final UUID escalation = UUID.randomUUID();

    @Test
    void nothingIsReleasedWhileTheEndIsPlanned() {
        // Given
        waits();

        // When
        var released = database.transaction().execute(planning -> {
            var seen = writing.lockedOf(escalation);
            int meanwhile = elsewhere(() -> notices.releaseDue(NOW, 10)).join();
            notices.overtake(seen.stream().map(Notice::id).toList(), NOW, NOW);
            return meanwhile;
        });

        // Then
        assertThat(released).isZero();
        assertThat(notices.of(escalation)).extracting(Notice::state).containsExactly(NoticeState.SUPPRESSED);
    }

    @Test
    void theEndIsPlannedByWhatWasReleasedJustBefore() throws Exception {
        // Given
        waits();

        // When
        var planning = database.transaction().execute(releasing -> {
            notices.releaseDue(NOW, 10);
            var reading = elsewhere(() -> writing.lockedOf(escalation));
            awaitBlocked();
            return reading;
        });

        // Then
        assertThat(planning).isNotNull();
        assertThat(planning.get(10, TimeUnit.SECONDS))
                .extracting(Notice::isTold)
                .containsExactly(true);
    }

    /** Until somebody waits for a row that somebody else holds. */
    private void awaitBlocked() {
        await().until(() -> elsewhere(() -> database.jdbc()
                                .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database()")
                                .query(Integer.class)
                                .single())
                        .join()
                > 0);
    }

    private <T> CompletableFuture<T> elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                () -> database.transaction().execute(status -> work.get()), Thread::startVirtualThread);
    }

    private void waits() {
        var version = new EscalationVersion(escalation, 1, UUID.randomUUID(), NoticeKind.RAISED, Severity.ROUTINE);
        var planned = new NoticePlan.Planned(Audience.PROVIDER, CLINIC, NOW);
        writing.write(version, new NoticePlan(List.of(planned), List.of()), NOW.minusSeconds(1));
    }
}
