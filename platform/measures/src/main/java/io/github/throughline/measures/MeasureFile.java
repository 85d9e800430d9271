package io.github.throughline.measures;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One YAML file to one measure. What may be left out: items and missing, patientItems, table, safetyItems, loinc, target, lawful, byBaseline, verify. */
final class MeasureFile {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final ObjectReader MEASURE = MAPPER.readerFor(Measure.class);

    private static final List<String> REQUIRED = List.of(
            "id", "version", "name", "direction", "minimum", "maximum", "acceptsTotal", "licence", "recallPeriod");
    private static final List<String> SCORING = List.of("rule", "atLeastAnswered", "decimals", "source");
    private static final List<String> SOURCED = List.of("value", "source");
    private static final List<String> CHANGE = List.of("value", "unit", "source");
    private static final List<String> BAND = List.of("upTo", "value", "source");
    private static final List<String> LAWFUL = List.of("atLeast", "atMost");
    private static final List<String> ITEM = List.of("id", "minimum", "maximum");
    private static final List<String> SAFETY_ITEM = List.of("item", "above");
    private static final List<String> COUNTS = List.of(
            "minimumWeeks",
            "minimumReadings",
            "windowWeeks",
            "plateauConfirmingReadings",
            "regressionConfirmingReadings",
            "regressionMuchWorse");

    private MeasureFile() {}

    /** @throws InvalidMeasure with every fault that was found */
    static Measure read(String file, byte[] yaml) {
        try {
            JsonNode tree = MAPPER.readTree(yaml);
            refuse(file, missing(tree));
            Measure measure = MEASURE.readValue(tree);
            refuse(file, MeasureCheck.faults(measure));
            return measure;
        } catch (JacksonException e) {
            throw new InvalidMeasure(file, List.of(e.getOriginalMessage()));
        }
    }

    private static void refuse(String file, List<String> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidMeasure(file, faults);
        }
    }

    private static List<String> missing(JsonNode tree) {
        var missing = new ArrayList<String>();
        require(tree, "", REQUIRED, missing);
        requireEach(tree.path("items"), "items", ITEM, missing);
        requireEach(tree.path("safetyItems"), "safetyItems", SAFETY_ITEM, missing);
        require(tree.path("scoring"), "scoring.", SCORING, missing);
        requireChange(tree.path("measurementError"), "measurementError.", missing);
        requireChange(tree.path("importantChange"), "importantChange.", missing);
        if (tree.hasNonNull("target")) {
            require(tree.path("target"), "target.", SOURCED, missing);
        }
        JsonNode stall = tree.path("stall");
        requireChange(stall.path("response"), "stall.response.", missing);
        requireChange(stall.path("progress"), "stall.progress.", missing);
        COUNTS.forEach(count -> {
            require(stall.path(count), "stall." + count + ".", SOURCED, missing);
            requireLawful(stall.path(count), "stall." + count + ".", missing);
        });
        return missing;
    }

    private static void requireChange(JsonNode change, String at, List<String> missing) {
        require(change, at, CHANGE, missing);
        requireLawful(change, at, missing);
        requireEach(change.path("byBaseline"), at + "byBaseline", BAND, missing);
    }

    private static void requireLawful(JsonNode number, String at, List<String> missing) {
        if (number.hasNonNull("lawful")) {
            require(number.path("lawful"), at + "lawful.", LAWFUL, missing);
        }
    }

    private static void requireEach(JsonNode nodes, String at, List<String> fields, List<String> missing) {
        for (int i = 0; i < nodes.size(); i++) {
            require(nodes.path(i), "%s[%d].".formatted(at, i), fields, missing);
        }
    }

    private static void require(JsonNode node, String at, List<String> fields, List<String> missing) {
        fields.stream()
                .filter(field -> !node.hasNonNull(field))
                .forEach(field -> missing.add(at + field + ": is missing"));
    }
}
