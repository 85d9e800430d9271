package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.json;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.CareTeamMember;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.MemberKind;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.testkit.backing.WithBackingServices;
import io.github.throughline.testkit.measures.SiteMeasure;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The running service, and an episode that it heard of from the topic. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "throughline.registry-auto-register=true")
@WithBackingServices
abstract class PlanScene {

    final PlanClient client;
    final JdbcClient jdbc;
    final TopicWriter topics = TopicWriter.open();

    PlanScene(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        this.client = new PlanClient(port);
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void signingKey(DynamicPropertyRegistry registry) {
        registry.add("throughline.plan-signing-key", Key.INSTANCE::toJSONString);
        registry.add("throughline.measures.folder", SiteMeasure::mounted);
        registry.add("throughline.retired-plan-keys", () -> new JWKSet(Key.RETIRED).toString());
    }

    private static final class Key {

        static final ECKey INSTANCE = generate("plan-key");
        static final ECKey RETIRED = generate("retired-key");

        private static ECKey generate(String id) {
            try {
                return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterEach
    void close() {
        topics.close();
    }

    /** A patient's episode. */
    record Heard(UUID patientId, UUID episodeId) {

        String plans() {
            return "/episodes/" + episodeId + "/plans";
        }
    }

    /** An open episode that the service has taken in. */
    Heard openEpisode() {
        var heard = new Heard(UUID.randomUUID(), UUID.randomUUID());
        tell(heard, EpisodeStatus.OPEN, 1);
        Awaitility.await()
                .until(() -> client.get(heard.plans(), COORDINATOR)
                        .returnResult()
                        .getStatus()
                        .is2xxSuccessful());
        return heard;
    }

    void tell(Heard heard, EpisodeStatus status, int version) {
        tell(heard, status, version, Instant.now());
    }

    void tell(Heard heard, EpisodeStatus status, int version, Instant occurredAt) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var event = EpisodeChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(version)
                .setOccurredAt(occurredAt.truncatedTo(ChronoUnit.MILLIS))
                .setRecordedAt(now)
                .setPatientId(heard.patientId())
                .setEpisodeId(heard.episodeId())
                .setStatus(status)
                .setProgram("low-back-pain")
                .setTimeZone("Europe/Zurich")
                .setCoordinator(status == EpisodeStatus.OPEN ? "coordinator-a" : null)
                .setCareTeam(List.of(
                        new CareTeamMember("coordinator-a", Role.COORDINATOR, MemberKind.PERSON, null),
                        new CareTeamMember("dr-osei", Role.PHYSICIAN, MemberKind.PERSON, null),
                        new CareTeamMember("therapist-kim", Role.THERAPIST, MemberKind.PERSON, null),
                        new CareTeamMember("pcp-berg", Role.PCP, MemberKind.PERSON, null)))
                .build();
        topics.send(Topics.EPISODE, heard.patientId().toString(), event);
    }

    JsonNode draft(Heard heard, String body) {
        var response = client.post(heard.plans(), COORDINATOR, body);
        response.expectStatus().isCreated();
        return json(response);
    }

    static String versionPath(Heard heard, JsonNode version) {
        return heard.plans() + "/" + version.get("planId").asString() + "/versions/"
                + version.get("version").asInt();
    }

    JsonNode sign(Heard heard, JsonNode draft) {
        var response = client.sign(
                versionPath(heard, draft), PHYSICIAN, draft.get("revision").asInt());
        response.expectStatus().isOk();
        return json(response);
    }

    JsonNode signedPlan(Heard heard) {
        return sign(heard, draft(heard, "{}"));
    }

    /** The plan's next event: by it one sees that there was none before. */
    void pause(Heard heard) {
        var plan = json(client.get(heard.plans(), COORDINATOR))
                .get(0)
                .get("planId")
                .asString();
        client.post(heard.plans() + "/" + plan + "/pause", COORDINATOR, "{}")
                .expectStatus()
                .isOk();
    }

    /** Until so many wait for what somebody else holds, or waits for. */
    void awaitBlocked(int many) {
        Awaitility.await().until(() -> jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                        """).query(Integer.class).single() >= many);
    }

    /** The status of each of so many requests that are sent at once. */
    static List<Integer> atOnce(int requests, Callable<ResponseSpec> request) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(requests, request)).stream()
                    .map(answer -> answer.resultNow().returnResult().getStatus().value())
                    .toList();
        }
    }

    static List<PlanVersionChanged> events(Heard heard, int count) {
        try (var topic = TopicProbe.of(Topics.PLAN, PlanVersionChanged.class)) {
            return topic.awaitCount(heard.patientId().toString(), count);
        }
    }

    static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
