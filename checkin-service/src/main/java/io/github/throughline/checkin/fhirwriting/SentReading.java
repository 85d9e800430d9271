package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.checkin.reading.GivenReading;
import io.github.throughline.checkin.reading.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a resource says, not yet addressed or judged.
 *
 * @param type of the resource
 * @param patient whose it is said to be
 * @param episodeId null: the one open episode of the patient whose plan has the measure
 * @param recordId the sender's own id of it
 */
record SentReading(Type type, SentPatient patient, @Nullable UUID episodeId, String recordId, Content content) {

    /** The types of resources that are taken, with the elements in which they say what a reading is made of. */
    enum Type {
        OBSERVATION("Observation", "code", "effective", "value", "component", "code.coding.code"),
        RESPONSE("QuestionnaireResponse", "questionnaire", "authored", "item", "item", "linkId");

        private final String name;
        private final String measure;
        private final String observedAt;
        private final String total;
        private final String items;
        private final String item;

        Type(String name, String measure, String observedAt, String total, String items, String item) {
            this.name = name;
            this.measure = measure;
            this.observedAt = observedAt;
            this.total = total;
            this.items = items;
            this.item = item;
        }

        String fhirName() {
            return name;
        }

        /** Where a field of a reading stands in the resource, as FHIRPath. */
        String expression(@Nullable String field) {
            if (field == null) {
                return name;
            }
            String element = switch (field) {
                case "recordId" -> "identifier";
                case "measure" -> measure;
                case "observedAt" -> observedAt;
                case "patient" -> "subject";
                case "episodeId" -> "extension";
                case "total" -> total;
                case "items" -> items;
                default -> items + ".where(" + item + "='" + field.substring(field.indexOf('.') + 1) + "')";
            };
            return name + "." + element;
        }
    }

    /**
     * @param items answers by item id, null: left out; empty: only a total is known
     * @param total null: none
     */
    record Content(
            String measure,
            Instant observedAt,
            Map<String, @Nullable Integer> items,
            @Nullable Double total,
            boolean isCorrection) {

        Content {
            items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        }
    }

    GivenReading from(Origin origin) {
        return new GivenReading(
                origin,
                content.measure(),
                content.observedAt(),
                content.items(),
                content.total(),
                content.isCorrection());
    }
}
