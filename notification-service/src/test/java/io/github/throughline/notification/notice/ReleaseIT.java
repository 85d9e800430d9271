package io.github.throughline.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.TestDatabase;
import io.github.throughline.notification.escalation.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReleaseIT {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final String CLINIC = "clinic";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcNotices notices = new JdbcNotices(database.jdbc());
    private final NoticeWriting writing = new NoticeWriting(
            notices, (person, now) -> now, (person, escalation, now) -> false, InstantSource.fixed(NOW), event -> {});
    private final UUID escalation = UUID.randomUUID();

    @Test
    void nothingIsReleasedWhileTheEndIsPlanned() {
        // Given
        waits();

        // When
        var released = database.transaction().execute(planning -> {
            var seen = writing.lockedOf(escalation);
            int meanwhile =
                    database.elsewhere(() -> notices.releaseDue(NOW, 10)).join();
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
            var reading = database.elsewhere(() -> writing.lockedOf(escalation));
            database.awaitBlocked();
            return reading;
        });

        // Then
        assertThat(planning).isNotNull();
        assertThat(planning.get(10, TimeUnit.SECONDS))
                .extracting(Notice::isTold)
                .containsExactly(true);
    }

    @Test
    void whatIsDueToOnePersonOfOnePatientIsOneMessageHoweverMuchElseIsDue() {
        // Given
        var episode = UUID.randomUUID();
        UUID first = waits("maria", episode);
        UUID between = waits("paul", UUID.randomUUID());
        UUID last = waits("maria", episode);

        // When
        notices.releaseDue(NOW, 2);

        // Then
        assertThat(stateOf(first)).isEqualTo(NoticeState.PENDING);
        assertThat(stateOf(between)).isEqualTo(NoticeState.PENDING);
        assertThat(stateOf(last)).isEqualTo(NoticeState.BUNDLED);
    }

    private UUID waits(String coordinator, UUID episode) {
        var version = new EscalationVersion(UUID.randomUUID(), 1, episode, NoticeKind.RAISED, Severity.ROUTINE);
        var later = new NoticeWriting(
                notices,
                (person, now) -> NOW,
                (person, escalation, now) -> false,
                InstantSource.fixed(NOW),
                event -> {});
        later.writeTo(coordinator, version, NOW.minusSeconds(1));
        return version.escalationId();
    }

    private NoticeState stateOf(UUID escalationId) {
        return notices.of(escalationId).getFirst().state();
    }

    private void waits() {
        var version = new EscalationVersion(escalation, 1, UUID.randomUUID(), NoticeKind.RAISED, Severity.ROUTINE);
        var planned = new NoticePlan.Planned(Audience.PROVIDER, CLINIC, NOW);
        writing.write(version, new NoticePlan(List.of(planned), List.of()), NOW.minusSeconds(1));
    }
}
