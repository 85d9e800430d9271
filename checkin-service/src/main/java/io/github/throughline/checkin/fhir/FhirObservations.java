package io.github.throughline.checkin.fhir;

import io.github.throughline.checkin.reading.Reading;
import io.github.throughline.measures.SafetyAnswer;
import io.github.throughline.platform.fhir.FhirSystems;
import java.util.Date;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Readings as observations: the score as value, the answers as components. */
@Component
class FhirObservations {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private final FhirMeasures measures;

    FhirObservations(FhirMeasures measures) {
        this.measures = measures;
    }

    Observation of(Recorded recorded) {
        Reading reading = recorded.reading();
        Reading.Result result = reading.result();
        var observation = new Observation()
                .setStatus(reading.revision().version() > 1 ? ObservationStatus.CORRECTED : ObservationStatus.FINAL)
                .setCode(measures.code(result.measure()))
                .setSubject(FhirSystems.patient(recorded.patientId()))
                .setEffective(FhirReadings.observed(reading))
                .setIssued(Date.from(recorded.changedAt()))
                .addIdentifier(FhirRecordIds.identifier(reading.origin().recordId()))
                .addPerformer(FhirReadings.giver(reading.origin(), recorded.patientId()));
        observation.setId(reading.id().value().toString());
        observation.setMeta(FhirReadings.meta(recorded));
        observation.addExtension(FhirReadings.episode(reading));
        observation.addCategory(coded("observation-category", "survey"));
        if (recorded.isAnswered()) {
            observation.addDerivedFrom(new Reference("QuestionnaireResponse/" + observation.getIdPart()));
        }
        score(observation, result);
        new TreeMap<>(result.answers())
                .forEach((item, answer) -> observation.addComponent(component(result, item, answer)));
        return observation;
    }

    private static void score(Observation observation, Reading.Result result) {
        Double value = result.value();
        if (value == null) {
            observation.setDataAbsentReason(
                    coded("data-absent-reason", "unknown").setText(result.unscoredReason()));
        } else {
            observation.setValue(FhirSystems.score(value));
        }
    }

    /** A safety answer stands out, whatever the total says. */
    private static ObservationComponentComponent component(Reading.Result result, String item, int answer) {
        var component = new ObservationComponentComponent()
                .setCode(FhirSystems.coded(FhirSystems.MEASURE + ":" + result.measure(), item))
                .setValue(new IntegerType(answer));
        if (result.safetyAnswers().stream().map(SafetyAnswer::item).anyMatch(item::equals)) {
            component.addInterpretation(
                    coded("v3-ObservationInterpretation", "AA").setText("safety answer"));
        }
        return component;
    }

    private static CodeableConcept coded(String system, String code) {
        return FhirSystems.coded(TERMINOLOGY + system, code);
    }
}
