package io.github.throughline.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.CareTeamMember;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.MemberKind;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WardTest
class AccessIT {

    @LocalServerPort
    int port;

    @Autowired
    Episodes episodes;

    @Autowired
    PlatformTransactionManager transactions;

    private final UUID patient = UUID.randomUUID();
    private final UUID episode = UUID.randomUUID();
    private WardClient client;

    @BeforeEach
    void client() {
        client = new WardClient(port);
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(client.get("/episodes/%s/visits".formatted(episode), null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        String foreign = TestTokens.token("c-1", List.of("coordinator"), claims -> claims.audience("elsewhere"));
        assertThat(client.get("/episodes/%s/visits".formatted(episode), foreign).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theWrongRoleIsRefusedWithACode() {
        var answer = client.post("/visits", TestTokens.token("p-1", "physician"), "{}", null);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"NOT_ALLOWED\"");
    }

    @Test
    void anEndpointWithoutAnAccessRuleIsRefusedForEverybody() {
        assertThat(client.get("/unguarded", TestTokens.token("s-1", "service", "operator", "coordinator"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsPublicNeedsNoToken() {
        assertThat(client.get("/.well-known/ward", null).body()).isEqualTo("open");
    }

    @Test
    void theCareTeamAndThePatientSeeTheEpisodeAndNobodyElseLearnsThatItExists() {
        // Given
        publish(1, EpisodeStatus.OPEN, "c-ours");
        Awaitility.await().until(() -> episodes.find(episode).isPresent());

        // Then
        assertThat(visits("c-ours", "coordinator")).isEqualTo(200);
        assertThat(visits(patient.toString(), "patient")).isEqualTo(200);
        assertThat(visits("service-account", "service")).isEqualTo(200);
        assertThat(visits("c-theirs", "coordinator")).isEqualTo(404);
        assertThat(visits(UUID.randomUUID().toString(), "patient")).isEqualTo(404);
    }

    @Test
    void theLatestVersionOfTheCareTeamCountsWhateverTheOrderOfArrival() {
        // Given
        publish(2, EpisodeStatus.OPEN, "c-new");
        publish(1, EpisodeStatus.OPEN, "c-old");
        publish(3, EpisodeStatus.CLOSED, "c-new");
        Awaitility.await()
                .until(() -> episodes.find(episode)
                        .filter(e -> e.version() == 3 && !e.isOpen())
                        .isPresent());

        // Then
        assertThat(visits("c-new", "coordinator")).isEqualTo(200);
        assertThat(visits("c-old", "coordinator")).isEqualTo(404);
    }

    @Test
    void erasureLeavesNothing() {
        // Given
        publish(1, EpisodeStatus.OPEN, "c-ours");
        Awaitility.await().until(() -> episodes.find(episode).isPresent());

        // When
        publish(2, EpisodeStatus.ERASED, "c-ours");

        // Then
        Awaitility.await().until(() -> episodes.find(episode).isEmpty());
        assertThat(visits("c-ours", "coordinator")).isEqualTo(404);
    }

    @Test
    void anEventFromBeforeTheErasureBringsNothingBack() {
        // Given
        publish(2, EpisodeStatus.ERASED, "c-ours");

        // When
        publish(1, EpisodeStatus.OPEN, "c-ours");
        UUID after = publishAnother();

        // Then
        Awaitility.await().until(() -> episodes.find(after).isPresent());
        assertThat(episodes.find(episode)).isEmpty();
        assertThat(episodes.find(Set.of(episode, after))).containsOnlyKeys(after);
        assertThat(visits("c-ours", "coordinator")).isEqualTo(404);
        assertThat(new TransactionTemplate(transactions).<Boolean>execute(status -> episodes.isErased(episode)))
                .isTrue();
        assertThat(new TransactionTemplate(transactions).<Boolean>execute(status -> episodes.isErased(after)))
                .isFalse();
    }

    @Test
    void whoeverThisVersionHasNoWordForSeesNothing() {
        // When
        publish(episode, 1, EpisodeStatus.OPEN, "somebody", Role.UNKNOWN);

        // Then
        Awaitility.await().until(() -> episodes.find(episode).isPresent());
        assertThat(visits("somebody", "coordinator")).isEqualTo(404);
    }

    /** An episode of the same patient, so behind all that was said of the patient before. */
    private UUID publishAnother() {
        UUID another = UUID.randomUUID();
        publish(another, 1, EpisodeStatus.OPEN, "c-ours", Role.COORDINATOR);
        return another;
    }

    private int visits(String subject, String role) {
        return client.get("/episodes/%s/visits".formatted(episode), TestTokens.token(subject, role))
                .statusCode();
    }

    private void publish(int version, EpisodeStatus status, String coordinator) {
        publish(episode, version, status, coordinator, Role.COORDINATOR);
    }

    private void publish(UUID episode, int version, EpisodeStatus status, String member, Role role) {
        var now = Instant.parse("2026-03-02T08:00:00Z").plusSeconds(version);
        var event = EpisodeChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(version)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setPatientId(patient)
                .setEpisodeId(episode)
                .setStatus(status)
                .setProgram("low-back-pain")
                .setTimeZone("Europe/Zurich")
                .setCoordinator(role == Role.COORDINATOR ? member : null)
                .setCareTeam(List.of(CareTeamMember.newBuilder()
                        .setMember(member)
                        .setRole(role)
                        .setKind(MemberKind.PERSON)
                        .build()))
                .build();
        try (var writer = TopicWriter.open()) {
            writer.send(Topics.EPISODE, patient.toString(), event);
        }
    }
}
