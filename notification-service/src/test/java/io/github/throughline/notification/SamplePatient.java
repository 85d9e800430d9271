package io.github.throughline.notification;

import com.nimbusds.jose.jwk.ECKey;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.schemas.escalation.Evidence;
import io.github.throughline.schemas.escalation.EvidenceReading;
import io.github.throughline.schemas.escalation.Severity;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.schemas.verdict.Verdict;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.PlanSigner;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One patient of the sample ward, told of as it goes. */
final class SamplePatient {

    private final Surroundings surroundings = Surroundings.shared();
    private final Facts facts;
    private final ECKey key;

    /** @param key with which the plans of this patient are signed */
    SamplePatient(String name, String coordinator, ECKey key) {
        this.facts = new Facts(coordinator);
        this.key = key;
        var clinic = facts.joins("clinic-north", Role.SPECIALIST);
        var practice = facts.joins("family-practice", Role.PCP);
        surroundings.introduce(facts);
        surroundings.intake().knowsPatient(facts.episodeId(), name);
        surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", "http://127.0.0.1:9/hook", true);
        surroundings.intake().knowsMember(facts.episodeId(), practice, "EMAIL", "practice@clinic.example", false);
    }

    PlanVersionChanged plan(String measure) {
        var first = signed(measure, UUID.randomUUID(), 1, Facts.START);
        var second = signed(measure, first.getPlanId(), 2, Facts.START.plus(Duration.ofDays(42)));
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
                .setSignature(new PlanSigner(key).sign(content))
                .setContentDigest(ContentDigest.of(content))
                .build();
    }

    private PlanContent content(String measure, UUID planId, int version, Instant from) {
        var points = new Threshold(2, Threshold.Unit.POINTS, "Farrar 2001");
        var terms = new StallTerms(
                points,
                points,
                new StallTerms.Plateau(8, 4, 4, points, points, 2, "the plan"),
                new StallTerms.Regression(2, 1.5, "the plan"));
        return new PlanContent(
                PlanContent.FORMAT,
                planId,
                version,
                facts.patientId(),
                facts.episodeId(),
                "low-back-pain",
                from,
                new CheckinTerms(
                        3,
                        48,
                        2,
                        new SideEffectTerms(2, 8, 4, 2, "the plan"),
                        new AdherenceTerms(3, 50, "the plan"),
                        "the plan"),
                4,
                List.of(new PlannedMeasure(
                        measure, "1", PlannedMeasure.Direction.HIGHER_IS_WORSE, 1, null, terms, null, List.of())),
                List.of(),
                List.of(),
                List.of(),
                LocalDate.parse("2026-06-30"),
                Map.of(
                        "plateau", new NextStep("bring-physician-back", "Bring the physician back within two weeks"),
                        "regression", new NextStep("call", "Call the patient, then see the physician this week"),
                        "missed-checkins", new NextStep("contact-patient", "Call the patient or the family"),
                        "safety-answer", new NextStep("call-today", "Call the patient today; safety protocol")),
                facts.physician(),
                from);
    }

    List<EvidenceReading> readings(String measure, List<Double> values) {
        var readings = new ArrayList<EvidenceReading>();
        for (int week = 0; week < values.size(); week++) {
            var at = Facts.START.plus(Duration.ofDays(7L * week + week % 3)).plus(Duration.ofHours(9));
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
        var at = Facts.START.plus(Duration.ofDays(day));
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
        var opens = Facts.START.plus(Duration.ofDays(7L * week));
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
        var raisedAt = Facts.START.plus(Duration.ofDays(day)).plus(Duration.ofHours(9));
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
