package io.github.throughline.checkin.fhirwriting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.fhir.FhirMeasures;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.platform.fhir.FhirJson;
import io.github.throughline.platform.web.Problem;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.hl7.fhir.r4.model.Bundle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Good Bundles of which something is replaced by something else. */
class RandomResourcesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final FhirMeasures MEASURES = new FhirMeasures(MeasureCatalogue.standard());
    private static final FhirEntries ENTRIES =
            new FhirEntries(new FhirObservationReader(MEASURES), new FhirResponseReader(MEASURES));

    private static final String GOOD = """
            {"resourceType": "Bundle", "type": "batch", "entry": [
              {"request": {"method": "POST", "url": "Observation", "ifNoneExist": "identifier=17"}, "resource":
                {"resourceType": "Observation", "status": "final", "identifier": [{"system": "urn:x", "value": "1"}],
                 "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/workflow-episodeOfCare",
                   "valueReference": {"reference": "EpisodeOfCare/00000000-0000-0000-0000-000000000008"}}],
                 "subject": {"reference": "Patient/00000000-0000-0000-0000-000000000007"},
                 "code": {"coding": [{"system": "http://loinc.org", "code": "72514-3"}]},
                 "effectiveDateTime": "2026-10-13T08:00:00+02:00", "valueQuantity": {"value": 6},
                 "component": [{"code": {"coding": [{"code": "1"}]}, "valueInteger": 6}]}},
              {"fullUrl": "urn:uuid:1", "request": {"method": "POST", "url": "QuestionnaireResponse"}, "resource":
                {"resourceType": "QuestionnaireResponse", "status": "completed",
                 "subject": {"identifier": {"value": "17"}}, "authored": "2026-10-13T08:00:00Z",
                 "questionnaire": "urn:throughline:questionnaire:NPRS|1",
                 "item": [{"linkId": "g", "item": [{"linkId": "1", "answer": [{"valueInteger": 6}]}]}]}}]}
            """;

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void whateverIsSentIsReadOrRefusedWithACode(@ForAll int place, @ForAll("replacements") String replacement) {
        // Given
        ObjectNode bundle = (ObjectNode) JSON.readTree(GOOD);
        var places = new ArrayList<Runnable>();
        collect(bundle, JSON.readTree(replacement), places);
        places.get(Math.floorMod(place, places.size())).run();

        // When
        List<String> refusals = refusals(JSON.writeValueAsBytes(bundle));

        // Then
        assertThat(refusals).allMatch(code -> code.matches("[A-Z_]+"));
    }

    @Property(tries = 1)
    void whatIsLeftAsItIsIsRead() {
        assertThat(refusals(GOOD.getBytes(UTF_8))).isEmpty();
    }

    private static List<String> refusals(byte[] json) {
        var codes = new ArrayList<String>();
        try {
            FhirJson.read(Bundle.class, json).getEntry().forEach(entry -> {
                try {
                    SentReading sent = ENTRIES.read(entry, "key/0");
                    assertThat(sent.content().items()).doesNotContainKey(null);
                } catch (Problem refused) {
                    codes.add(refused.code());
                }
            });
        } catch (Problem refused) {
            codes.add(refused.code());
        }
        return codes;
    }

    private static void collect(JsonNode node, JsonNode replacement, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                places.add(() -> object.set(name, replacement));
                places.add(() -> object.remove(name));
                collect(object.get(name), replacement, places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, replacement));
                places.add(() -> array.add(array.get(at)));
                collect(array.get(i), replacement, places);
            }
        }
    }

    @Provide
    Arbitrary<String> replacements() {
        return Arbitraries.of(
                "null",
                "\"\"",
                "\"nonsense\"",
                "\"\\u0000\"",
                "\"Patient/1\"",
                "\"2026\"",
                "\"final\"",
                "0",
                "-1",
                "2.5",
                "1e400",
                "1e999999999",
                "99999999999",
                "true",
                "[]",
                "{}",
                "[null]",
                "[{}]",
                "{\"value\": 1, \"comparator\": \"<\"}",
                "{\"reference\": \"Patient/00000000-0000-0000-0000-000000000007\"}",
                "{\"resourceType\": \"Patient\"}",
                "{\"id\": \"x\"}",
                "[{\"id\": \"x\"}]",
                "{\"extension\": [{\"url\": \"urn:x\", \"valueString\": \"x\"}]}");
    }
}
