package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.checkin.fhir.FhirMeasures;
import io.github.throughline.checkin.fhir.FhirRecordIds;
import io.github.throughline.checkin.fhirwriting.SentReading.Content;
import io.github.throughline.checkin.reading.ReadingRefused;
import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.measures.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A questionnaire response as a reading: its questionnaire names the measure, its items are the answers. */
@Component
class FhirResponseReader {

    private static final SentReading.Type TYPE = SentReading.Type.RESPONSE;

    private final FhirMeasures measures;

    FhirResponseReader(FhirMeasures measures) {
        this.measures = measures;
    }

    /** @param otherRecordId what names the record where the response has no identifier; may be empty */
    SentReading read(QuestionnaireResponse response, String otherRecordId) {
        FhirElements.requireUnderstood(TYPE, response);
        Measure measure = measure(response);
        boolean isCorrection = isCorrection(response);
        String recordId = FhirRecordIds.of(response.hasIdentifier() ? response.getIdentifier() : null);
        var answers = new LinkedHashMap<String, @Nullable Integer>();
        read(response.getItem(), answers);
        return new SentReading(
                TYPE,
                FhirElements.patient(TYPE, response.getSubject()),
                FhirElements.episode(TYPE, response),
                recordId.isEmpty() ? otherRecordId : recordId,
                new Content(
                        measure.id(),
                        FhirElements.moment(TYPE, response.getAuthoredElement()),
                        answers,
                        null,
                        isCorrection));
    }

    private Measure measure(QuestionnaireResponse response) {
        if (response.getQuestionnaire() == null) {
            throw ElementRefused.missing(TYPE.expression("measure"), "its questionnaire names the measure");
        }
        return measures.ofQuestionnaire(response.getQuestionnaire())
                .orElseThrow(
                        () -> new ReadingRefused(Refusal.of(Refusal.Code.NO_SUCH_MEASURE), TYPE.expression("measure")));
    }

    private static boolean isCorrection(QuestionnaireResponse response) {
        return switch (response.getStatus()) {
            case COMPLETED -> false;
            case AMENDED -> true;
            case null, default ->
                throw ElementRefused.notTaken(
                        "QuestionnaireResponse.status",
                        "send it once it is completed; a mistaken one is mended by an amended one");
        };
    }

    /** Groups are passed through; what is asked in them is named by its item alone. One without an answer is left out. */
    private static void read(List<QuestionnaireResponseItemComponent> items, Map<String, @Nullable Integer> answers) {
        for (QuestionnaireResponseItemComponent item : items) {
            FhirElements.requireUnderstood("QuestionnaireResponse.item", item.getModifierExtension());
            String id = item.getLinkId();
            if (id == null) {
                throw ElementRefused.missing("QuestionnaireResponse.item.linkId", "it is the item's id");
            }
            if (!item.hasItem() || item.hasAnswer()) {
                if (answers.containsKey(id) || item.getAnswer().size() > 1) {
                    throw ElementRefused.notTaken(TYPE.expression("items." + id), "an item is answered once");
                }
                answers.put(
                        id,
                        item.hasAnswer() ? answer(id, item.getAnswerFirstRep().getValue()) : null);
            }
            read(item.getItem(), answers);
        }
    }

    private static int answer(String item, @Nullable Type answer) {
        return switch (answer) {
            case IntegerType whole when whole.hasValue() -> whole.getValue();
            case DecimalType decimal when decimal.hasValue() -> FhirElements.whole(TYPE, item, decimal.getValue());
            case BooleanType ticked when ticked.hasValue() -> ticked.booleanValue() ? 1 : 0;
            case null, default ->
                throw ElementRefused.notTaken(
                        TYPE.expression("items." + item), "an answer is a valueInteger, valueDecimal or valueBoolean");
        };
    }
}
