package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.checkin.fhir.FhirMeasures;
import io.github.throughline.checkin.fhir.FhirRecordIds;
import io.github.throughline.checkin.fhirwriting.SentReading.Content;
import io.github.throughline.checkin.fhirwriting.SentReading.Type;
import io.github.throughline.checkin.reading.ReadingRefused;
import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.measures.Measure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An observation as a reading: its code names the measure, its value is the total, its components are the answers. */
@Component
class FhirObservationReader {

    private static final Type TYPE = Type.OBSERVATION;

    private final FhirMeasures measures;

    FhirObservationReader(FhirMeasures measures) {
        this.measures = measures;
    }

    /** @param otherRecordId what names the record where the observation has no identifier; may be empty */
    SentReading read(Observation observation, String otherRecordId) {
        FhirElements.requireUnderstood(TYPE, observation);
        Measure measure = measures.named(observation.getCode())
                .orElseThrow(
                        () -> new ReadingRefused(Refusal.of(Refusal.Code.NO_SUCH_MEASURE), TYPE.expression("measure")));
        boolean isCorrection = isCorrection(observation);
        String recordId = FhirRecordIds.of(observation.hasIdentifier() ? observation.getIdentifierFirstRep() : null);
        return new SentReading(
                TYPE,
                FhirElements.patient(TYPE, observation.getSubject()),
                FhirElements.episode(TYPE, observation),
                recordId.isEmpty() ? otherRecordId : recordId,
                new Content(
                        measure.id(),
                        FhirElements.moment(TYPE, time(observation)),
                        items(observation),
                        total(observation),
                        isCorrection));
    }

    /** What is not final can still become something else, and what was entered in error nothing. */
    private static boolean isCorrection(Observation observation) {
        return switch (observation.getStatus()) {
            case FINAL -> false;
            case AMENDED, CORRECTED -> true;
            case null, default ->
                throw ElementRefused.notTaken(
                        "Observation.status",
                        "send it once it is final; a mistaken one is mended by its corrected value");
        };
    }

    private static @Nullable BaseDateTimeType time(Observation observation) {
        return switch (observation.getEffective()) {
            case BaseDateTimeType moment -> moment;
            case Period period -> period.getEndElement();
            case null, default -> null;
        };
    }

    private static @Nullable Double total(Observation observation) {
        return switch (observation.getValue()) {
            case null -> null;
            case IntegerType whole when whole.hasValue() -> whole.getValue().doubleValue();
            case Quantity quantity when isExact(quantity) -> quantity.getValue().doubleValue();
            default -> throw ElementRefused.notTaken("Observation.value", "a total is a valueQuantity or valueInteger");
        };
    }

    private static boolean isExact(Quantity quantity) {
        return quantity.getValue() != null && !quantity.hasComparator();
    }

    private static Map<String, @Nullable Integer> items(Observation observation) {
        var items = new LinkedHashMap<String, @Nullable Integer>();
        for (ObservationComponentComponent component : observation.getComponent()) {
            FhirElements.requireUnderstood("Observation.component", component.getModifierExtension());
            String item = component.getCode().getCodingFirstRep().getCode();
            if (item == null) {
                throw ElementRefused.missing("Observation.component.code", "its code is the item's id");
            }
            if (items.containsKey(item)) {
                throw ElementRefused.notTaken(TYPE.expression("items." + item), "an item is answered once");
            }
            items.put(item, answer(item, component));
        }
        return items;
    }

    private static @Nullable Integer answer(String item, ObservationComponentComponent component) {
        return switch (component.getValue()) {
            case null -> null;
            case IntegerType whole when whole.hasValue() -> whole.getValue();
            case Quantity quantity when isExact(quantity) -> FhirElements.whole(TYPE, item, quantity.getValue());
            default ->
                throw ElementRefused.notTaken(
                        TYPE.expression("items." + item), "an answer is a valueInteger or valueQuantity");
        };
    }
}
