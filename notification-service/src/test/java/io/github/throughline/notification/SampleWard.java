package io.github.throughline.notification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.throughline.schemas.escalation.Direction;
import io.github.throughline.schemas.escalation.Evidence;
import io.github.throughline.schemas.escalation.EvidenceReading;
import io.github.throughline.schemas.escalation.EvidenceSafetyAnswer;
import io.github.throughline.schemas.escalation.EvidenceThreshold;
import io.github.throughline.schemas.escalation.Severity;
import io.github.throughline.schemas.escalation.ThresholdUnit;
import io.github.throughline.schemas.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A few made-up patients of one coordinator, each with another kind of stall, and one whose plan was signed by nobody we know, as the other services would tell of them. */
final class SampleWard {

    /** Monday of the week in which everybody started. */
    private static final Instant START = Facts.START;

    private static final ECKey KEY = key();
    private static final ECKey FOREIGN_KEY = key();

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
        plateau(
                new SamplePatient("Femke de Vries", coordinator, FOREIGN_KEY),
                "NPRS",
                7,
                List.of(7.0, 6.0, 7.0, 6.0, 6.0, 7.0, 6.0, 6.0, 7.0, 6.0),
                3,
                70);
    }

    private void plateau(String name, String measure, double baseline, List<Double> values, double target, int day) {
        plateau(new SamplePatient(name, coordinator, KEY), measure, baseline, values, target, day);
    }

    private static void plateau(
            SamplePatient patient, String measure, double baseline, List<Double> values, double target, int day) {
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
        var patient = new SamplePatient(name, coordinator, KEY);
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
        var patient = new SamplePatient(name, coordinator, KEY);
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
        var patient = new SamplePatient(name, coordinator, KEY);
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
}
