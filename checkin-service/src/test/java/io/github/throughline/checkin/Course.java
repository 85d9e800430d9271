package io.github.throughline.checkin;

import io.github.throughline.platform.security.PartnerPatientHmac;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.CareTeamMember;
import io.github.throughline.schemas.episode.Consent;
import io.github.throughline.schemas.episode.ConsentCategory;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.MemberKind;
import io.github.throughline.schemas.episode.PartnerPatient;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** One patient's episode and plan, told to the service the way intake-service and plan-service do. */
final class Course {

    static final String PHYSICIAN = "dr-lee";
    static final String COORDINATOR = "coordinator-1";

    final UUID patientId;
    final UUID episodeId = UUID.randomUUID();
    final UUID planId = UUID.randomUUID();
    private final String zone;
    private final List<PartnerPatient> partnerPatients;
    private final List<CareTeamMember> others = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();
    private int episodeVersion;

    private Course(UUID patientId, String zone, List<PartnerPatient> partnerPatients) {
        this.patientId = patientId;
        this.zone = zone;
        this.partnerPatients = partnerPatients;
    }

    static Course in(String zone) {
        return new Course(UUID.randomUUID(), zone, List.of());
    }

    /** A patient whom the partner knows by an id of its own. */
    static Course knownAs(String partner, String patient) {
        return knownAs(UUID.randomUUID(), partner, patient);
    }

    /** A patient whom the partner knows by our id. */
    static Course knownAs(String partner) {
        UUID patientId = UUID.randomUUID();
        return knownAs(patientId, partner, patientId.toString());
    }

    private static Course knownAs(UUID patientId, String partner, String patient) {
        String hmac = new PartnerPatientHmac(RunningService.HMAC_KEY).of(partner, patient);
        return new Course(patientId, "Europe/Zurich", List.of(new PartnerPatient(partner, hmac)));
    }

    /** Another episode of the same patient. */
    Course another() {
        return new Course(patientId, zone, partnerPatients);
    }

    /** Somebody else of the care team, from the next telling of the episode on. */
    Course with(String member, Role role) {
        others.add(new CareTeamMember(member, role, MemberKind.PERSON, null));
        return this;
    }

    /** The patient's permission to see outcomes, from the next telling of the episode on. */
    Course permitting(String member, Instant from) {
        consents.add(new Consent(member, ConsentCategory.OUTCOMES, from, null));
        return this;
    }

    Course open(TopicWriter writer, Instant at) {
        return episode(writer, EpisodeStatus.OPEN, at);
    }

    Course episode(TopicWriter writer, EpisodeStatus status, Instant at) {
        episodeVersion++;
        boolean isErased = status == EpisodeStatus.ERASED;
        writer.send(
                Topics.EPISODE,
                patientId.toString(),
                EpisodeChanged.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setVersion(episodeVersion)
                        .setOccurredAt(at)
                        .setRecordedAt(at)
                        .setPatientId(patientId)
                        .setEpisodeId(episodeId)
                        .setStatus(status)
                        .setProgram("low-back-pain")
                        .setTimeZone(zone)
                        .setCoordinator(COORDINATOR)
                        .setCareTeam(isErased ? List.of() : careTeam())
                        .setConsents(isErased ? List.of() : List.copyOf(consents))
                        .setPartnerPatients(isErased ? List.of() : partnerPatients)
                        .build());
        return this;
    }

    private List<CareTeamMember> careTeam() {
        var known = Stream.of(
                new CareTeamMember(COORDINATOR, Role.COORDINATOR, MemberKind.PERSON, null),
                new CareTeamMember(PHYSICIAN, Role.PHYSICIAN, MemberKind.PERSON, null));
        return Stream.concat(known, others.stream()).toList();
    }

    /** The first version of the plan, in force from an instant. */
    Course plan(TopicWriter writer, Instant effectiveFrom, PlannedMeasure... measures) {
        return plan(writer, 1, 1, PlanVersionState.IN_FORCE, effectiveFrom, effectiveFrom, measures);
    }

    Course plan(
            TopicWriter writer,
            int version,
            int change,
            PlanVersionState state,
            Instant since,
            Instant effectiveFrom,
            PlannedMeasure... measures) {
        return plan(
                writer,
                version,
                change,
                state,
                since,
                PlanJson.write(SignedPlans.plan(planId, patientId, episodeId, version, effectiveFrom, measures)));
    }

    /** @param content the bytes that are signed */
    Course plan(TopicWriter writer, int version, int change, PlanVersionState state, Instant since, byte[] content) {
        writer.send(
                Topics.PLAN,
                patientId.toString(),
                PlanVersionChanged.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setVersion(change)
                        .setOccurredAt(since)
                        .setRecordedAt(since)
                        .setPatientId(patientId)
                        .setEpisodeId(episodeId)
                        .setPlanId(planId)
                        .setPlanVersion(version)
                        .setState(state)
                        .setContent(ByteBuffer.wrap(content))
                        .setSignature(SignedPlans.sign(content))
                        .setContentDigest(ContentDigest.of(content))
                        .build());
        return this;
    }

    String key() {
        return patientId.toString();
    }

    String patient() {
        return TestTokens.bearer(patientId.toString(), "patient");
    }

    String physician() {
        return TestTokens.bearer(PHYSICIAN, "physician");
    }

    String path(String rest) {
        return "/episodes/" + episodeId + rest;
    }

    /** Waits for the one open check-in. */
    JsonNode awaitOpenCheckin(RunningService service) {
        return Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(
                        () -> service.get(path("/checkins?state=open"), patient()),
                        answer -> answer.status() == 200 && answer.body().size() == 1)
                .body()
                .get(0);
    }
}
