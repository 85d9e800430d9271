package io.github.throughline.notification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.Direction;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.schemas.escalation.Evidence;
import io.github.throughline.schemas.escalation.EvidenceReading;
import io.github.throughline.schemas.escalation.EvidenceSafetyAnswer;
import io.github.throughline.schemas.escalation.EvidenceThreshold;
import io.github.throughline.schemas.escalation.Severity;
import io.github.throughline.schemas.escalation.ThresholdUnit;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.schemas.verdict.Verdict;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.PlanSigner;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A few made-up patients of one coordinator, each with another kind of stall, as the other services would tell of them. */
final class SampleWard {

    /** Monday of the week in which everybody started. */
    private static final Instant START = Facts.START;

    private static final ECKey KEY = key();

    private final Surroundings surroundings = Surroundings.shared();
    private final String coordinator;

    SampleWard(String coordinator) {
        this.coordinator = coordinator;
    }

    /** Public keys of the plans' signatures. */
    static String planKeys() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    /** Care time at which a coordinator looks at it. */
    static Instant now() {
        return START.plus(Duration.ofDays(79));
    }

    void fill() {
        plateau("Ada Lindqvist", "NPRS", 7, List.of(7.0, 7.0, 6.0, 7.0, 6.0, 6.0, 7.0, 6.0, 6.0, 7.0, 6.0), 3, 76);
        plateau("Bruno Keller", "ODI", 48, List.of(48.0, 46.0, 44.0, 40.0, 42.0, 40.0, 42.0, 42.0, 40.0, 42.0), 20, 70);
        regression("Chiara Rossi", List.of(8.0, 7.0, 5.0, 4.0, 3.0, 2.0, 3.0, 2.0, 5.0, 6.0, 6.0), 74);
        missed("Dmitri Petrov", List.of(7, 8, 9), 72);
        safety("Esther Nakamura", 78);
    }

    private void plateau(String name, String measure, double baseline, List<Double> values, double target, int day) {
        var patient = new Patient(name);
        var plan = patient.plan(measure);
        var readings = patient.readings(measure, values);
        patient.verdict(measure, Verdict.STALLED, day - 28);
        var used = new ArrayList<EvidenceReading>();
        used.add(readings.getFirst());
        used.addAll(readings.subList(readings.size() - 5, readings.size()));
        var evidence = evidence(measure, Direction.HIGHER_IS_WORSE)
                .setBaseline(baseline)
                .setLevel(values.getLast())
                .setTarget(target)
                .setMargin(baseline * 0.3 - 1)
                .setReadings(used)
                .setThresholds(plateauThresholds())
                .build();
        patient.escalate("plateau", measure, Severity.ROUTINE, day, 28, evidence, plan);
    }

    private void regression(String name, List<Double> values, int day) {
        var patient = new Patient(name);
        var plan = patient.plan("NPRS");
        var readings = patient.readings("NPRS", values);
        patient.verdict("NPRS", Verdict.WORSENING, day - 14);
        var evidence = evidence("NPRS", Direction.HIGHER_IS_WORSE)
                .setBaseline(3.0)
                .setLevel(6.0)
                .setTarget(3.0)
                .setMargin(1.2)
                .setReadings(readings.subList(5, readings.size()))
                .setThresholds(List.of(
                        threshold("measurementError", 1.77, ThresholdUnit.POINTS, "MDC, doi 10.1055/a-1304-3677"),
                        threshold("importantChange", 2, ThresholdUnit.POINTS, "Farrar 2001"),
                        threshold("confirmingReadings", 2, ThresholdUnit.COUNT, "the plan")))
                .build();
        patient.escalate("regression", "NPRS", Severity.URGENT, day, 15, evidence, plan);
    }

    private void missed(String name, List<Integer> weeks, int day) {
        var patient = new Patient(name);
        var plan = patient.plan("NPRS");
        patient.readings("NPRS", List.of(6.0, 6.0, 5.0, 5.0, 4.0, 5.0, 4.0));
        var ids = weeks.stream().map(patient::missedCheckin).toList();
        var evidence = Evidence.newBuilder()
                .setMargin(1.0)
                .setMissedCheckins(ids)
                .setThresholds(List.of(
                        threshold("missedTolerance", 2, ThresholdUnit.COUNT, "template low-back-pain, version 1")))
                .build();
        patient.escalate("missed-checkins", "checkins", Severity.ROUTINE, day, 21, evidence, plan);
    }

    private void safety(String name, int day) {
        var patient = new Patient(name);
        var plan = patient.plan("PHQ-9");
        var readings = patient.readings("PHQ-9", List.of(14.0, 13.0, 12.0, 13.0, 11.0, 12.0, 10.0, 11.0, 12.0, 13.0));
        var evidence = evidence("PHQ-9", Direction.HIGHER_IS_WORSE)
                .setReadings(List.of(readings.getLast()))
                .setSafetyAnswers(List.of(new EvidenceSafetyAnswer("9", 2)))
                .build();
        patient.escalate(
                "safety-answer", readings.getLast().getReadingId().toString(), Severity.SAFETY, day, 0, evidence, plan);
    }

    private static List<EvidenceThreshold> plateauThresholds() {
        return List.of(
                threshold("measurementError", 1.77, ThresholdUnit.POINTS, "MDC, doi 10.1055/a-1304-3677"),
                threshold("importantChange", 2, ThresholdUnit.POINTS, "Farrar 2001"),
                threshold("response", 30, ThresholdUnit.PERCENT, "Farrar 2001; IMMPACT (Dworkin 2008)"),
                threshold("progress", 1, ThresholdUnit.POINTS, "smallest important change, doi 10.1055/a-1304-3677"),
                threshold("minimumWeeks", 8, ThresholdUnit.WEEKS, "late responders hardly move for six weeks"),
                threshold("windowWeeks", 4, ThresholdUnit.WEEKS, "the plan"),
                threshold("confirmingReadings", 2, ThresholdUnit.COUNT, "the plan"));
    }

    private static EvidenceThreshold threshold(String name, double value, ThresholdUnit unit, String source) {
        return new EvidenceThreshold(name, value, unit, source);
    }

    private static Evidence.Builder evidence(String measure, Direction direction) {
        return Evidence.newBuilder().setMeasure(measure).setDirection(direction);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("sample").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One patient of the coordinator, told of as it goes. */
    private final class Patient {

        private final Facts facts = new Facts(coordinator);

        Patient(String name) {
            var clinic = facts.joins("clinic-north", Role.SPECIALIST);
            var practice = facts.joins("family-practice", Role.PCP);
            surroundings.introduce(facts);
            surroundings.intake().knowsPatient(facts.episodeId(), name);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", "http://127.0.0.1:9/hook", true);
            surroundings.intake().knowsMember(facts.episodeId(), practice, "EMAIL", "practice@clinic.example", false);
        }

        PlanVersionChanged plan(String measure) {
            var first = signed(measure, UUID.randomUUID(), 1, START);
            var second = signed(measure, first.getPlanId(), 2, START.plus(Duration.ofDays(42)));
            send(PlanVersionChanged.newBuilder(first)
                    .setVersion(2)
                    .setState(PlanVersionState.SUPERSEDED)
                    .build());
            send(second);
            return second;
        }

        private void send(PlanVersionChanged event) {
            surroundings.topics().send(Topics.PLAN, facts.patientId().toString(), event);
        }

        private PlanVersionChanged signed(String measure, UUID planId, int version, Instant from) {
            var content = PlanJson.write(content(measure, planId, version, from));
            return PlanVersionChanged.newBuilder()
                    .setEventId(UUID.randomUUID())
                    .setVersion(1)
                    .setOccurredAt(from)
                    .setRecordedAt(from)
                    .setPatientId(facts.patientId())
                    .setEpisodeId(facts.episodeId())
                    .setPlanId(planId)
                    .setPlanVersion(version)
                    .setState(PlanVersionState.IN_FORCE)
                    .setContent(ByteBuffer.wrap(content))
                    .setSignature(new PlanSigner(KEY).sign(content))
                    .setContentDigest(ContentDigest.of(content))
                    .build();
        }

        private PlanContent content(String measure, UUID planId, int version, Instant from) {
            var points = new Threshold(2, Threshold.Unit.POINTS, "Farrar 2001");
            var terms = new StallTerms(
                    points,
                    points,
                    new StallTerms.Plateau(8, 4, 4, points, points, 2, "the plan"),
                    new StallTerms.Regression(2, "the plan"));
            return new PlanContent(
                    PlanContent.FORMAT,
                    planId,
                    version,
                    facts.patientId(),
                    facts.episodeId(),
                    "low-back-pain",
                    from,
                    new CheckinTerms(3, 48, 2, "the plan"),
                    4,
                    List.of(new PlannedMeasure(measure, "1", PlannedMeasure.Direction.HIGHER_IS_WORSE, 1, null, terms)),
                    List.of(),
                    List.of(),
                    Map.of(
                            "plateau",
                                    new NextStep("bring-physician-back", "Bring the physician back within two weeks"),
                            "regression", new NextStep("call", "Call the patient, then see the physician this week"),
                            "missed-checkins", new NextStep("contact-patient", "Call the patient or the family"),
                            "safety-answer", new NextStep("call-today", "Call the patient today; safety protocol")),
                    facts.physician(),
                    from);
        }

        List<EvidenceReading> readings(String measure, List<Double> values) {
            var readings = new ArrayList<EvidenceReading>();
            for (int week = 0; week < values.size(); week++) {
                var at = START.plus(Duration.ofDays(7L * week + week % 3)).plus(Duration.ofHours(9));
                var event = outcome(measure, at, values.get(week));
                surroundings.topics().send(Topics.OUTCOME, facts.patientId().toString(), event);
                readings.add(new EvidenceReading(event.getReadingId(), event.getEventId(), at, values.get(week)));
            }
            return readings;
        }

        private OutcomeRecorded outcome(String measure, Instant at, double value) {
            return OutcomeRecorded.newBuilder()
                    .setEventId(UUID.randomUUID())
                    .setVersion(1)
                    .setOccurredAt(at)
                    .setRecordedAt(at)
                    .setPatientId(facts.patientId())
                    .setEpisodeId(facts.episodeId())
                    .setReadingId(UUID.randomUUID())
                    .setMeasure(measure)
                    .setMeasureVersion("1")
                    .setValue(value)
                    .setScorer("1")
                    .setSource(ReadingSource.PATIENT)
                    .setSourceRecordId(UUID.randomUUID().toString())
                    .build();
        }

        void verdict(String measure, Verdict verdict, int day) {
            var at = START.plus(Duration.ofDays(day));
            surroundings
                    .topics()
                    .send(
                            Topics.VERDICT,
                            facts.patientId().toString(),
                            VerdictChanged.newBuilder()
                                    .setEventId(UUID.randomUUID())
                                    .setVersion(1)
                                    .setOccurredAt(at)
                                    .setRecordedAt(at)
                                    .setPatientId(facts.patientId())
                                    .setEpisodeId(facts.episodeId())
                                    .setMeasure(measure)
                                    .setVerdict(verdict)
                                    .setReason("change-below-important-change")
                                    .setSince(at)
                                    .build());
        }

        UUID missedCheckin(int week) {
            var opens = START.plus(Duration.ofDays(7L * week));
            var event = CheckinChanged.newBuilder()
                    .setEventId(UUID.randomUUID())
                    .setVersion(1)
                    .setOccurredAt(opens.plus(Duration.ofDays(5)))
                    .setRecordedAt(opens)
                    .setPatientId(facts.patientId())
                    .setEpisodeId(facts.episodeId())
                    .setCheckinId(UUID.randomUUID())
                    .setPlanId(UUID.randomUUID())
                    .setPlanVersion(1)
                    .setWeek(week)
                    .setFact(CheckinFact.MISSED)
                    .setOpensAt(opens)
                    .setEndsAt(opens.plus(Duration.ofDays(3)))
                    .setGraceEndsAt(opens.plus(Duration.ofDays(5)))
                    .build();
            surroundings.topics().send(Topics.CHECKIN, facts.patientId().toString(), event);
            return event.getCheckinId();
        }

        void escalate(
                String rule,
                String subject,
                Severity severity,
                int day,
                int sinceDays,
                Evidence evidence,
                PlanVersionChanged plan) {
            var raisedAt = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(9));
            surroundings.tell(EscalationChanged.newBuilder(facts.plateau(1, EscalationState.RAISED))
                    .setRule(rule)
                    .setSubject(subject)
                    .setSeverity(severity)
                    .setOccurredAt(raisedAt)
                    .setOnsetAt(raisedAt.minus(Duration.ofDays(sinceDays)))
                    .setRaisedAt(raisedAt)
                    .setPlanId(plan.getPlanId())
                    .setPlanVersion(plan.getPlanVersion())
                    .setPlanDigest(plan.getContentDigest())
                    .setEvidence(evidence)
                    .setNextStep("bring-physician-back")
                    .build());
        }
    }
}
