package io.github.throughline.checkin.fhir;

import io.github.throughline.checkin.reading.Origin;
import io.github.throughline.checkin.reading.Reading;
import io.github.throughline.platform.fhir.FhirSystems;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Readings that have answers as the answers to their measure's questionnaire. */
final class FhirQuestionnaireResponses {

    private FhirQuestionnaireResponses() {}

    static QuestionnaireResponse of(Recorded recorded) {
        Reading reading = recorded.reading();
        Reading.Result result = reading.result();
        var response = new QuestionnaireResponse()
                .setIdentifier(FhirRecordIds.identifier(reading.origin().recordId()))
                .setQuestionnaire(FhirSystems.questionnaireUrl(result.measure()) + "|" + result.measureVersion())
                .setStatus(
                        reading.revision().version() > 1
                                ? QuestionnaireResponseStatus.AMENDED
                                : QuestionnaireResponseStatus.COMPLETED)
                .setSubject(FhirSystems.patient(recorded.patientId()))
                .setAuthoredElement(FhirReadings.observed(reading));
        // Whoever is no patient gives the patient's answers; a partner's system only passes them on.
        var giver = FhirReadings.giver(reading.origin(), recorded.patientId());
        if (reading.origin().source() == Origin.Source.PARTNER) {
            response.setAuthor(giver);
        } else {
            response.setSource(giver);
        }
        response.setId(reading.id().value().toString());
        response.setMeta(FhirReadings.meta(recorded));
        response.addExtension(FhirReadings.episode(reading));
        new TreeMap<>(result.answers())
                .forEach((item, answer) ->
                        response.addItem().setLinkId(item).addAnswer().setValue(new IntegerType(answer)));
        return response;
    }
}
