package io.github.throughline.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.platform.episode.Episode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticePolicyTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Duration DELAY = Duration.ofHours(24);
    private static final UUID ESCALATION = UUID.randomUUID();
    private static final UUID EPISODE = UUID.randomUUID();

    @Test
    void theCoordinatorIsToldAtOnceAndProvidersAfterTheDelay() {
        // When
        var plan = plan(1, NoticeKind.RAISED, List.of(), false);

        // Then
        assertThat(plan.notices())
                .containsExactly(
                        new NoticePlan.Planned(Audience.COORDINATOR, "maria", NOW),
                        new NoticePlan.Planned(Audience.PROVIDER, "clinic", NOW.plus(DELAY)));
    }

    @Test
    void whatWaitsIsOvertakenByTheNextVersionAndTheDelayGoesOn() {
        // Given
        var first = NOW.minus(Duration.ofHours(10));
        var waiting = notice(1, NoticeKind.RAISED, Audience.PROVIDER, "clinic", NoticeState.WAITING, first);
        var told = notice(1, NoticeKind.RAISED, Audience.COORDINATOR, "maria", NoticeState.DELIVERED, first);

        // When
        var plan = plan(2, NoticeKind.UPDATED, List.of(told, waiting), false);

        // Then
        assertThat(plan.overtaken()).containsExactly(waiting.id());
        assertThat(plan.notices()).contains(new NoticePlan.Planned(Audience.PROVIDER, "clinic", first.plus(DELAY)));
    }

    @Test
    void onceAcknowledgedProvidersAreToldAtOnce() {
        // When
        var plan = plan(2, NoticeKind.UPDATED, List.of(), true);

        // Then
        assertThat(plan.notices()).contains(new NoticePlan.Planned(Audience.PROVIDER, "clinic", NOW));
    }

    @Test
    void theEndIsToldToWhoeverWasToldOfTheBeginning() {
        // Given
        var told = notice(1, NoticeKind.RAISED, Audience.PROVIDER, "former-clinic", NoticeState.DELIVERED, NOW);
        var denied = notice(1, NoticeKind.RAISED, Audience.PROVIDER, "clinic", NoticeState.SUPPRESSED, NOW);
        var formerly = notice(1, NoticeKind.RAISED, Audience.COORDINATOR, "paul", NoticeState.DELIVERED, NOW);

        // When
        var plan = plan(2, NoticeKind.WITHDRAWN, List.of(told, denied, formerly), true);

        // Then
        assertThat(plan.notices())
                .extracting(NoticePlan.Planned::recipient)
                .containsExactly("maria", "paul", "former-clinic");
    }

    @Test
    void whatIsFoundAgainAfterItsEndWaitsAnew() {
        // Given
        var longAgo = NOW.minus(Duration.ofDays(30));
        var raised = notice(1, NoticeKind.RAISED, Audience.COORDINATOR, "maria", NoticeState.DELIVERED, longAgo);
        var told = notice(1, NoticeKind.RAISED, Audience.PROVIDER, "clinic", NoticeState.DELIVERED, longAgo);
        var withdrawn = notice(2, NoticeKind.WITHDRAWN, Audience.COORDINATOR, "maria", NoticeState.DELIVERED, longAgo);
        var toldSo = notice(2, NoticeKind.WITHDRAWN, Audience.PROVIDER, "clinic", NoticeState.DELIVERED, longAgo);

        // When
        var plan = plan(3, NoticeKind.RAISED, List.of(raised, told, withdrawn, toldSo), false);

        // Then
        assertThat(plan.notices())
                .containsExactly(
                        new NoticePlan.Planned(Audience.COORDINATOR, "maria", NOW),
                        new NoticePlan.Planned(Audience.PROVIDER, "clinic", NOW.plus(DELAY)));
    }

    @Test
    void whoWasToldBeforeAnEarlierEndOnlyIsNotToldOfTheNextOne() {
        // Given
        var told = notice(1, NoticeKind.RAISED, Audience.PROVIDER, "clinic", NoticeState.DELIVERED, NOW);
        var ended = notice(2, NoticeKind.WITHDRAWN, Audience.PROVIDER, "clinic", NoticeState.DELIVERED, NOW);
        var again = notice(3, NoticeKind.RAISED, Audience.COORDINATOR, "maria", NoticeState.DELIVERED, NOW);
        var waiting = notice(3, NoticeKind.RAISED, Audience.PROVIDER, "clinic", NoticeState.WAITING, NOW);

        // When
        var plan = plan(4, NoticeKind.WITHDRAWN, List.of(told, ended, again, waiting), false);

        // Then
        assertThat(plan.notices()).containsExactly(new NoticePlan.Planned(Audience.COORDINATOR, "maria", NOW));
        assertThat(plan.overtaken()).containsExactly(waiting.id());
    }

    @Test
    void whoWasToldThatItWasResolvedIsToldThatItWasNoStallAtAll() {
        // Given
        var told = notice(1, NoticeKind.RAISED, Audience.PROVIDER, "clinic", NoticeState.DELIVERED, NOW);
        var resolved = notice(2, NoticeKind.RESOLVED, Audience.PROVIDER, "clinic", NoticeState.DELIVERED, NOW);

        // When
        var plan = plan(3, NoticeKind.WITHDRAWN, List.of(told, resolved), false);

        // Then
        assertThat(plan.notices()).contains(new NoticePlan.Planned(Audience.PROVIDER, "clinic", NOW));
    }

    @Test
    void aFormerCoordinatorIsToldOfNothingThatIsOpen() {
        // Given
        var formerly = notice(1, NoticeKind.RAISED, Audience.COORDINATOR, "paul", NoticeState.DELIVERED, NOW);

        // When
        var plan = plan(2, NoticeKind.UPDATED, List.of(formerly), true);

        // Then
        assertThat(plan.notices()).extracting(NoticePlan.Planned::recipient).containsExactly("maria", "clinic");
    }

    @Test
    void whatComesAfterANewerVersionIsTheCoordinatorsAlone() {
        // Given
        var waiting = notice(2, NoticeKind.UPDATED, Audience.PROVIDER, "clinic", NoticeState.WAITING, NOW);

        // When
        var plan = new NoticePolicy(episode("maria"), List.of(waiting), 2, true, NOW, DELAY)
                .plan(version(1, NoticeKind.RAISED))
                .orElseThrow();

        // Then
        assertThat(plan.notices()).containsExactly(new NoticePlan.Planned(Audience.COORDINATOR, "maria", NOW));
        assertThat(plan.overtaken()).isEmpty();
    }

    @Test
    void ofAClosedEpisodeTheLastCoordinatorIsTold() {
        // Given
        var closed = episode(null);

        // When
        var plan = new NoticePolicy(closed, List.of(), 1, false, NOW, DELAY)
                .plan(version(1, NoticeKind.RESOLVED))
                .orElseThrow();

        // Then
        assertThat(plan.notices()).containsExactly(new NoticePlan.Planned(Audience.COORDINATOR, "maria", NOW));
    }

    @Test
    void whomAStepBroughtInIsToldOfWhatComesAfterAlone() {
        // Given
        var broughtIn = notice(2, NoticeKind.UNACKNOWLEDGED, Audience.STAFF, "ben", NoticeState.DELIVERED, NOW);

        // When
        var same = new NoticePolicy(episode("maria"), List.of(broughtIn), 2, false, NOW, DELAY)
                .plan(version(2, NoticeKind.UPDATED))
                .orElseThrow();
        var late = new NoticePolicy(episode("maria"), List.of(broughtIn), 4, false, NOW, DELAY)
                .plan(version(3, NoticeKind.WITHDRAWN))
                .orElseThrow();
        var next = plan(3, NoticeKind.UPDATED, List.of(broughtIn), false);

        // Then
        assertThat(same.notices()).extracting(NoticePlan.Planned::recipient).doesNotContain("ben");
        assertThat(late.notices()).extracting(NoticePlan.Planned::recipient).doesNotContain("ben");
        assertThat(next.notices()).contains(new NoticePlan.Planned(Audience.STAFF, "ben", NOW));
    }

    @Test
    void theSameNoticeMadeTwiceHasTheSameId() {
        // When
        var id = NoticeId.of(ESCALATION, 1, "maria", Audience.COORDINATOR, NoticeKind.RAISED);

        // Then
        assertThat(id).isEqualTo(NoticeId.of(ESCALATION, 1, "maria", Audience.COORDINATOR, NoticeKind.RAISED));
        assertThat(id).isNotEqualTo(NoticeId.of(ESCALATION, 2, "maria", Audience.COORDINATOR, NoticeKind.RAISED));
        assertThat(id.value().version()).isEqualTo(5);
        assertThat(id.value().variant()).isEqualTo(2);
    }

    private static NoticePlan plan(int version, NoticeKind kind, List<Notice> earlier, boolean acknowledged) {
        return new NoticePolicy(episode("maria"), earlier, version, acknowledged, NOW, DELAY)
                .plan(version(version, kind))
                .orElseThrow();
    }

    private static EscalationVersion version(int version, NoticeKind kind) {
        return new EscalationVersion(ESCALATION, version, EPISODE, kind, Severity.URGENT);
    }

    private static Episode episode(@Nullable String coordinator) {
        return new Episode(
                EPISODE,
                UUID.randomUUID(),
                coordinator == null ? Episode.Status.CLOSED : Episode.Status.OPEN,
                "low-back-pain",
                ZoneId.of("Europe/Zurich"),
                coordinator,
                List.of(
                        new Episode.Member("maria", "coordinator", false, null),
                        new Episode.Member("clinic", "specialist", true, null),
                        new Episode.Member("somebody", "unknown", false, null)),
                List.of(),
                List.of(),
                1,
                NOW);
    }

    private static Notice notice(
            int version, NoticeKind kind, Audience audience, String recipient, NoticeState state, Instant createdAt) {
        return new Notice(
                NoticeId.of(ESCALATION, version, recipient, audience, kind),
                ESCALATION,
                version,
                EPISODE,
                kind,
                Severity.URGENT,
                audience,
                recipient,
                null,
                state,
                null,
                createdAt,
                0,
                createdAt,
                createdAt,
                createdAt,
                null,
                null);
    }
}
