package io.github.throughline.checkin.fhir;

import io.github.throughline.measures.Measure;
import io.github.throughline.platform.fhir.FhirSystems;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** Measures as questionnaires: their items by id and range, no wording of any instrument. */
final class FhirQuestionnaires {

    private static final String MINIMUM = "http://hl7.org/fhir/StructureDefinition/minValue";
    private static final String MAXIMUM = "http://hl7.org/fhir/StructureDefinition/maxValue";

    private FhirQuestionnaires() {}

    static Questionnaire of(Measure measure) {
        var questionnaire = new Questionnaire()
                .setUrl(FhirSystems.questionnaireUrl(measure.id()))
                .setVersion(measure.version())
                .setName("Measure_" + measure.id().replaceAll("[^A-Za-z0-9]", "_"))
                .setTitle(measure.name())
                .setStatus(PublicationStatus.ACTIVE)
                .setDescription("Recall period: " + measure.recallPeriod())
                .setCopyright(measure.licence());
        questionnaire.setId(FhirSystems.questionnaireId(measure.id()));
        questionnaire.getSubjectType().add(new CodeType("Patient"));
        FhirSystems.measure(measure).getCoding().forEach(questionnaire::addCode);
        measure.items().forEach(item -> questionnaire.addItem(item(item)));
        return questionnaire;
    }

    private static QuestionnaireItemComponent item(Measure.Item item) {
        var asked = new QuestionnaireItemComponent().setLinkId(item.id()).setType(QuestionnaireItemType.INTEGER);
        asked.addExtension(MINIMUM, new IntegerType(item.minimum()));
        asked.addExtension(MAXIMUM, new IntegerType(item.maximum()));
        return asked;
    }
}
