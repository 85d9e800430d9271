package io.github.throughline.stall.stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.decision.DecisionKind;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.schemas.outcome.SafetyAnswer;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.Goal;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.PlanSigner;
import io.github.throughline.signedplan.SideEffectTerms;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One patient of a ward where plans are signed with one key, and the events of that patient as the services write them. */
final class Ward {

    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    static final ECKey KEY = key("physicians");
    static final String PUBLIC_KEYS = new JWKSet(KEY.toPublicJWK()).toString();

    final UUID patient = UUID.randomUUID();
    final UUID episode = UUID.randomUUID();
    private final UUID plan = UUID.randomUUID();

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Instant week(int week) {
        return START.plus(7L * week, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
    }

    String key() {
        return patient.toString();
    }

    PlanVersionChanged signed() {
        return signed(1, START, content(1, START, patient), KEY);
    }

    PlanVersionChanged signed(int version, Instant from, PlanContent content, ECKey key) {
        byte[] bytes = PlanJson.write(content);
        return PlanVersionChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(1)
                .setOccurredAt(from)
                .setRecordedAt(from)
                .setPatientId(patient)
                .setEpisodeId(episode)
                .setPlanId(plan)
                .setPlanVersion(version)
                .setState(PlanVersionState.IN_FORCE)
                .setContent(ByteBuffer.wrap(bytes))
                .setSignature(new PlanSigner(key).sign(bytes))
                .setContentDigest(ContentDigest.of(bytes))
                .build();
    }

    PlanVersionChanged stands(PlanVersionChanged signed, int version, PlanVersionState state, Instant at) {
        return PlanVersionChanged.newBuilder(signed)
                .setEventId(UUID.randomUUID())
                .setVersion(version)
                .setState(state)
                .setOccurredAt(at)
                .build();
    }

    PlanContent content(int version, Instant from, UUID forPatient) {
        var pain = MeasureCatalogue.standard().measure("NPRS").orElseThrow();
        return new PlanContent(
                PlanContent.FORMAT,
                plan,
                version,
                forPatient,
                episode,
                "low-back-pain",
                from,
                new CheckinTerms(
                        3,
                        24,
                        2,
                        new SideEffectTerms(2, 8, 4, 2, "a source"),
                        new AdherenceTerms(3, 50, "a source"),
                        "a source"),
                4,
                List.of(DefaultTerms.plannedMeasure(pain, 1, null)),
                List.of(new Goal("NPRS", 3, LocalDate.parse("2026-06-30"))),
                List.of(),
                List.of(),
                LocalDate.parse("2026-06-30"),
                Map.of("plateau", new NextStep("bring-physician-back", "Review")),
                "physician-1",
                from);
    }

    OutcomeRecorded reading(int week, @Nullable Double value) {
        return outcome(UUID.randomUUID(), "NPRS", week(week), value, List.of());
    }

    OutcomeRecorded answer9(Instant at, int answer) {
        return outcome(UUID.randomUUID(), "PHQ-9", at, null, List.of(new SafetyAnswer("9", answer)));
    }

    private OutcomeRecorded outcome(
            UUID reading, String measure, Instant at, @Nullable Double value, List<SafetyAnswer> answers) {
        return OutcomeRecorded.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(1)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setPatientId(patient)
                .setEpisodeId(episode)
                .setReadingId(reading)
                .setMeasure(measure)
                .setMeasureVersion("1")
                .setValue(value)
                .setUnscoredReason(value == null ? "TOO_FEW_ANSWERS" : null)
                .setSafetyAnswers(answers)
                .setScorer("1")
                .setSource(ReadingSource.PATIENT)
                .setSourceRecordId(reading.toString())
                .build();
    }

    CheckinChanged checkin(int week, CheckinFact fact) {
        return CheckinChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(fact == CheckinFact.MISSED ? 3 : 2)
                .setOccurredAt(week(week).plus(4, ChronoUnit.DAYS))
                .setRecordedAt(week(week))
                .setPatientId(patient)
                .setEpisodeId(episode)
                .setCheckinId(new UUID(episode.getMostSignificantBits(), week))
                .setPlanId(plan)
                .setPlanVersion(1)
                .setWeek(week)
                .setFact(fact)
                .setOpensAt(week(week))
                .setEndsAt(week(week).plus(3, ChronoUnit.DAYS))
                .setGraceEndsAt(week(week).plus(4, ChronoUnit.DAYS))
                .build();
    }

    DecisionRecorded decision(UUID escalation, Instant at) {
        return DecisionRecorded.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(1)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setPatientId(patient)
                .setEpisodeId(episode)
                .setDecisionId(UUID.randomUUID())
                .setEscalationId(escalation)
                .setKind(DecisionKind.ADJUST_PLAN)
                .setDecidedBy("physician-1")
                .setRecordedBy("physician-1")
                .build();
    }

    EpisodeChanged episode(EpisodeStatus status) {
        return EpisodeChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(1)
                .setOccurredAt(START)
                .setRecordedAt(START)
                .setPatientId(patient)
                .setEpisodeId(episode)
                .setStatus(status)
                .setProgram("low-back-pain")
                .setTimeZone("Europe/Berlin")
                .setCoordinator(null)
                .setCareTeam(List.of())
                .setConsents(List.of())
                .setPartnerPatients(List.of())
                .build();
    }

    /** A plan and readings of a pain that does not get better, from week 0 on. */
    List<SpecificRecord> stalled(int weeks) {
        var events = new ArrayList<SpecificRecord>();
        events.add(signed());
        for (int week = 0; week < weeks; week++) {
            events.add(reading(week, 7.0));
        }
        return events;
    }
}
