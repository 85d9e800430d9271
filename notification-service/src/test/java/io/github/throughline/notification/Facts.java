package io.github.throughline.notification;

import io.github.throughline.schemas.episode.CareTeamMember;
import io.github.throughline.schemas.episode.Consent;
import io.github.throughline.schemas.episode.ConsentCategory;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.episode.MemberKind;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.Direction;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.schemas.escalation.Evidence;
import io.github.throughline.schemas.escalation.EvidenceReading;
import io.github.throughline.schemas.escalation.EvidenceThreshold;
import io.github.throughline.schemas.escalation.Severity;
import io.github.throughline.schemas.escalation.ThresholdUnit;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One made-up patient and what other services say of them. */
public final class Facts {

    /** Care time at which the histories of all tests begin. */
    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final UUID patientId;
    private final UUID episodeId = UUID.randomUUID();
    private final UUID escalationId = UUID.randomUUID();
    private final String coordinator;
    private final String physician = "physician-" + shortId(episodeId);
    private final List<CareTeamMember> careTeam = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();

    /** A patient with a coordinator of their own. */
    public Facts() {
        this("coordinator-" + shortId(UUID.randomUUID()));
    }

    public Facts(String coordinator) {
        this(UUID.randomUUID(), coordinator);
    }

    private Facts(UUID patientId, String coordinator) {
        this.patientId = patientId;
        this.coordinator = coordinator;
        careTeam.add(new CareTeamMember(coordinator, Role.COORDINATOR, MemberKind.PERSON, null));
        careTeam.add(new CareTeamMember(physician, Role.PHYSICIAN, MemberKind.PERSON, null));
    }

    /** Another episode of the same patient: its events come behind those of this one. */
    public Facts anotherEpisode() {
        return new Facts(patientId, coordinator);
    }

    public UUID patientId() {
        return patientId;
    }

    public UUID episodeId() {
        return episodeId;
    }

    public UUID escalationId() {
        return escalationId;
    }

    public String coordinator() {
        return coordinator;
    }

    public String coordinatorMail() {
        return coordinator + "@clinic.example";
    }

    public String physician() {
        return physician;
    }

    /** A member with that role joins; the reference is unique to this patient. */
    public String joins(String name, Role role) {
        var reference = name + "-" + shortId(episodeId);
        careTeam.add(new CareTeamMember(reference, role, MemberKind.ORGANISATION, null));
        return reference;
    }

    /** The patient permits a member to hear of escalations. */
    public void permits(String member) {
        consents.add(new Consent(member, ConsentCategory.ESCALATIONS, START, null));
    }

    public EpisodeChanged episode(int version) {
        return EpisodeChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(version)
                .setOccurredAt(START)
                .setRecordedAt(START)
                .setPatientId(patientId)
                .setEpisodeId(episodeId)
                .setStatus(EpisodeStatus.OPEN)
                .setProgram("low-back-pain")
                .setTimeZone("Europe/Zurich")
                .setCoordinator(coordinator)
                .setCareTeam(List.copyOf(careTeam))
                .setConsents(List.copyOf(consents))
                .build();
    }

    /** The episode is closed; whoever was its coordinator stays in the care team. */
    public EpisodeChanged closed(int version) {
        return EpisodeChanged.newBuilder(episode(version))
                .setStatus(EpisodeStatus.CLOSED)
                .setCoordinator(null)
                .build();
    }

    /** Somebody else coordinates from now on. */
    public EpisodeChanged handedTo(String successor, int version) {
        careTeam.removeIf(member -> member.getRole() == Role.COORDINATOR);
        careTeam.add(new CareTeamMember(successor, Role.COORDINATOR, MemberKind.PERSON, null));
        return EpisodeChanged.newBuilder(episode(version))
                .setCoordinator(successor)
                .build();
    }

    public EpisodeChanged erased(int version) {
        return EpisodeChanged.newBuilder(episode(version))
                .setStatus(EpisodeStatus.ERASED)
                .setCoordinator(null)
                .setCareTeam(List.of())
                .build();
    }

    /** The same under a partner system's id. */
    public String joinsFrom(String partner, Role role) {
        var reference = partner + "-" + shortId(episodeId);
        careTeam.add(new CareTeamMember(reference, role, MemberKind.ORGANISATION, partner));
        return reference;
    }

    public EscalationChanged plateau(int version, EscalationState state) {
        var raisedAt = START.plus(Duration.ofDays(70));
        return EscalationChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(version)
                .setOccurredAt(raisedAt)
                .setRecordedAt(raisedAt)
                .setPatientId(patientId)
                .setEpisodeId(episodeId)
                .setEscalationId(escalationId)
                .setRule("plateau")
                .setRuleVersion(1)
                .setSubject("NPRS")
                .setOrdinal(1)
                .setSeverity(Severity.ROUTINE)
                .setState(state)
                .setOnsetAt(raisedAt.minus(Duration.ofDays(28)))
                .setRaisedAt(raisedAt)
                .setEvidence(evidence(raisedAt))
                .setNextStep("bring-physician-back")
                .build();
    }

    public EscalationChanged safetyAnswer() {
        return EscalationChanged.newBuilder(plateau(1, EscalationState.RAISED))
                .setRule("safety-answer")
                .setSubject(UUID.randomUUID().toString())
                .setSeverity(Severity.SAFETY)
                .build();
    }

    /** One that came two weeks after the patient had started. */
    public OutcomeRecorded reading(String measure, double value) {
        var at = START.plus(Duration.ofDays(14));
        return OutcomeRecorded.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(1)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setPatientId(patientId)
                .setEpisodeId(episodeId)
                .setReadingId(UUID.randomUUID())
                .setMeasure(measure)
                .setMeasureVersion("1")
                .setValue(value)
                .setScorer("1")
                .setSource(ReadingSource.PATIENT)
                .setSourceRecordId(UUID.randomUUID().toString())
                .build();
    }

    private static Evidence evidence(Instant last) {
        return Evidence.newBuilder()
                .setMeasure("NPRS")
                .setDirection(Direction.HIGHER_IS_WORSE)
                .setBaseline(7.0)
                .setLevel(6.0)
                .setTarget(3.0)
                .setMargin(0.8)
                .setReadings(
                        List.of(reading(last, 5, 6), reading(last, 3, 6), reading(last, 1, 7), reading(last, 0, 6)))
                .setThresholds(List.of(new EvidenceThreshold("response", 30.0, ThresholdUnit.PERCENT, "Farrar 2001")))
                .build();
    }

    private static EvidenceReading reading(Instant last, int weeksBefore, double value) {
        return new EvidenceReading(
                UUID.randomUUID(), UUID.randomUUID(), last.minus(Duration.ofDays(7L * weeksBefore)), value);
    }

    private static String shortId(UUID id) {
        return id.toString().substring(0, 8);
    }
}
