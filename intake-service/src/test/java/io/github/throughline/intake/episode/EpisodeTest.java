package io.github.throughline.intake.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.intake.episode.Consent.Category;
import io.github.throughline.intake.episode.Episode.CareCircle;
import io.github.throughline.intake.episode.Member.Channel;
import io.github.throughline.intake.episode.Member.Kind;
import io.github.throughline.intake.episode.Member.Role;
import io.github.throughline.intake.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EpisodeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T11:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final Member PHYSICIAN = member("dr-osei", Role.PHYSICIAN, Channel.NONE, null);
    private static final Member CLINIC =
            member("spine-clinic", Role.SPECIALIST, Channel.WEBHOOK, "https://spine.example/hooks");

    @Test
    void everyChangeIsTheNextVersion() {
        // When
        Episode changed = openEpisode()
                .withCoordinator("coordinator-b", LATER)
                .withConsents(List.of(), LATER)
                .closed(LATER);

        // Then
        assertThat(changed.version()).isEqualTo(4);
        assertThat(changed.coordinator()).isEqualTo("coordinator-b");
        assertThat(changed.isOpen()).isFalse();
    }

    @Test
    void aClosedEpisodeIsNotChanged() {
        assertThatThrownBy(() -> openEpisode().closed(NOW).withCareTeam(List.of(), LATER))
                .isInstanceOf(EpisodeRefused.Closed.class);
    }

    @Test
    void afterClosureAConsentCanBeWithdrawnOrCutShort() {
        // Given
        Episode closed = openEpisode().closed(NOW);
        var shorter = new Consent("spine-clinic", Category.ESCALATIONS, NOW, LATER.minusMillis(1));

        // When // Then
        assertThat(closed.withConsents(List.of(shorter), LATER).consents()).containsExactly(shorter);
        Episode without = closed.withConsents(List.of(), LATER);
        assertThat(without.consents()).isEmpty();
        assertThat(without.isOpen()).isFalse();
        assertThat(without.version()).isEqualTo(3);
    }

    @Test
    void afterClosureNoConsentIsGiven() {
        // Given
        Episode closed = openEpisode().closed(NOW);

        // When // Then
        for (Consent more : List.of(
                new Consent("spine-clinic", Category.PLAN, NOW, LATER),
                new Consent("dr-osei", Category.ESCALATIONS, NOW, LATER),
                new Consent("spine-clinic", Category.ESCALATIONS, NOW.minusMillis(1), LATER),
                new Consent("spine-clinic", Category.ESCALATIONS, NOW, LATER.plusMillis(1)),
                new Consent("spine-clinic", Category.ESCALATIONS, NOW, null))) {
            assertThatThrownBy(() -> closed.withConsents(List.of(more), LATER))
                    .isInstanceOf(EpisodeRefused.Closed.class);
        }
    }

    @Test
    void anEpisodeDoesNotEndBeforeItsLastChange() {
        assertThatThrownBy(() -> openEpisode().closed(NOW.minusMillis(1)))
                .isInstanceOf(EpisodeRefused.ClosedTooEarly.class);
    }

    @Test
    void whoLeavesTheCareTeamLosesTheirConsents() {
        // When
        Episode changed = openEpisode().withCareTeam(List.of(PHYSICIAN), LATER);

        // Then
        assertThat(changed.consents()).isEmpty();
    }

    @Test
    void aConsentHoldsFromItsFirstInstantUntilJustBeforeItsLast() {
        // Given
        Episode episode = openEpisode();

        // When // Then
        assertThat(episode.consent("spine-clinic", Category.ESCALATIONS, NOW)).isPresent();
        assertThat(episode.consent("spine-clinic", Category.ESCALATIONS, LATER.minusMillis(1)))
                .isPresent();
        assertThat(episode.consent("spine-clinic", Category.ESCALATIONS, LATER)).isEmpty();
        assertThat(episode.consent("spine-clinic", Category.ESCALATIONS, NOW.minusMillis(1)))
                .isEmpty();
        assertThat(episode.consent("spine-clinic", Category.PLAN, NOW)).isEmpty();
        assertThat(episode.consent("dr-osei", Category.ESCALATIONS, NOW)).isEmpty();
    }

    @Test
    void ofSeveralConsentsTheOneThatHoldsLongestCounts() {
        // Given
        var endless = new Consent("spine-clinic", Category.ESCALATIONS, NOW, null);
        Episode episode = openEpisode()
                .withConsents(List.of(new Consent("spine-clinic", Category.ESCALATIONS, NOW, LATER), endless), NOW);

        // When // Then
        assertThat(episode.consent("spine-clinic", Category.ESCALATIONS, NOW)).contains(endless);
    }

    @Test
    void aCareTeamThatCanNotBeReachedOrToldApartIsRefused() {
        refused(EpisodeRefused.MemberTwice.class, PHYSICIAN, PHYSICIAN);
        refused(
                EpisodeRefused.CoordinatorInCareTeam.class,
                member("coordinator-a", Role.COORDINATOR, Channel.NONE, null));
        refused(EpisodeRefused.ChannelIncomplete.class, member("gp", Role.PCP, Channel.EMAIL, "no address"));
        refused(EpisodeRefused.ChannelIncomplete.class, member("gp", Role.PCP, Channel.WEBHOOK, "ftp://gp.example"));
        refused(EpisodeRefused.ChannelIncomplete.class, member("gp", Role.PCP, Channel.PARTNER_TOPIC, null));
    }

    @Test
    void aConsentForAStrangerOrForNoTimeIsRefused() {
        Episode episode = openEpisode();

        assertThatThrownBy(() -> episode.withConsents(List.of(new Consent("stranger", Category.PLAN, NOW, null)), NOW))
                .isInstanceOf(EpisodeRefused.MemberUnknown.class);
        assertThatThrownBy(() -> episode.withConsents(List.of(new Consent("dr-osei", Category.PLAN, NOW, NOW)), NOW))
                .isInstanceOf(EpisodeRefused.ConsentEmpty.class);
    }

    private static void refused(Class<? extends EpisodeRefused> why, Member... careTeam) {
        assertThatThrownBy(() -> openEpisode().withCareTeam(List.of(careTeam), LATER))
                .isInstanceOf(why);
    }

    private static Episode openEpisode() {
        var consent = new Consent("spine-clinic", Category.ESCALATIONS, NOW, LATER);
        return Episode.open(
                PatientId.random(),
                "low-back-pain",
                ZoneId.of("Europe/Zurich"),
                "coordinator-a",
                new CareCircle(List.of(PHYSICIAN, CLINIC), List.of(consent)),
                NOW);
    }

    private static Member member(String reference, Role role, Channel channel, @Nullable String address) {
        return new Member(reference, role, Kind.PERSON, "Name of " + reference, channel, address, null);
    }
}
