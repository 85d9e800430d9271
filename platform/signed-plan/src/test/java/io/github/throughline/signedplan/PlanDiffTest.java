package io.github.throughline.signedplan;

import static io.github.throughline.signedplan.SignedPlans.lowBackPainPlan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PlanDiffTest {

    private static final Set<String> NO_TERMS =
            Set.of("format", "planId", "version", "patientId", "episodeId", "effectiveFrom", "signedBy", "signedAt");

    /** A term's place in the JSON of a plan, and the JSON with another value there. */
    record Altered(String place, String json) {

        @Override
        public String toString() {
            return place;
        }
    }

    @ParameterizedTest
    @MethodSource("alteredTerms")
    void everyTermThatChangesIsNamed(Altered altered) {
        // Given
        PlanContent later = PlanJson.read(altered.json().getBytes(UTF_8));

        // When // Then
        assertThat(PlanDiff.between(lowBackPainPlan(), later)).isNotEmpty();
    }

    @Test
    void aChangeReadsAsPeopleSayIt() {
        assertThat(texts("\"target\":3.0", "\"target\":4.0")).containsExactly("NPRS target 3 to 4");
        assertThat(texts("\"minimumWeeks\":8", "\"minimumWeeks\":6"))
                .containsExactly("NPRS plateau after 6 weeks, was 8");
        assertThat(texts("\"minimumReadings\":4", "\"minimumReadings\":5"))
                .containsExactly("NPRS plateau with at least 5 readings, was 4");
        assertThat(texts("\"value\":1.77", "\"value\":2.0"))
                .containsExactly("NPRS measurement error 2 points, was 1.77");
        assertThat(texts("\"by\":\"2026-06-30\"", "\"by\":\"2026-06-15\""))
                .containsExactly("NPRS target by 15 June 2026, was 30 June 2026");
        assertThat(texts("\"everyWeeks\":1", "\"everyWeeks\":4"))
                .containsExactly("NPRS cadence: every 4 weeks, was every week");
        assertThat(texts("\"missedTolerance\":2", "\"missedTolerance\":3"))
                .containsExactly("stall after 3 missed check-ins in a row, was 2");
        assertThat(texts("\"timesPerWeek\":5", "\"timesPerWeek\":3"))
                .containsExactly("activity home-exercise 3 times a week (Home exercise), was 5");
    }

    @Test
    void aUnitThatIsAnotherIsSaidOfBoth() {
        assertThat(texts("\"windowDays\":3", "\"windowDays\":1"))
                .containsExactly("check-in open for 1 day, was 3 days");
        assertThat(texts("\"baseline\":null", "\"baseline\":7.0"))
                .containsExactly("NPRS baseline 7, was the first reading");
    }

    @Test
    void aSummaryNamesAMeasureOnce() {
        // Given
        String later = json().replace("\"target\":3.0", "\"target\":4.0")
                .replace("\"minimumWeeks\":8", "\"minimumWeeks\":6")
                .replace("\"reviewOn\":\"2026-04-12\"", "\"reviewOn\":\"2026-05-03\"");

        // When
        String summary = PlanDiff.summary(PlanDiff.between(lowBackPainPlan(), PlanJson.read(later.getBytes(UTF_8))));

        // Then
        assertThat(summary)
                .isEqualTo(
                        "NPRS target 3 to 4; plateau after 6 weeks, was 8; next review 3 May 2026, was 12 April 2026");
    }

    @Test
    void whatIsNewAndWhatIsGoneIsSaid() {
        // Given
        var renamed = json().replace(
                        "\"id\":\"home-exercise\",\"title\":\"Home exercise\"",
                        "\"id\":\"walking\",\"title\":\"Walking\"");

        // When
        var changes = PlanDiff.between(lowBackPainPlan(), PlanJson.read(renamed.getBytes(UTF_8)));

        // Then
        assertThat(changes)
                .extracting(PlanDiff.Change::text)
                .containsExactly(
                        "activity walking 5 times a week (Walking), new",
                        "activity home-exercise removed, was 5 times a week (Home exercise)");
    }

    @Test
    void sameTermsSignedAnewAreNoChange() {
        var later = json().replace("\"version\":1", "\"version\":2").replace("physician-1", "physician-2");

        assertThat(PlanDiff.between(lowBackPainPlan(), PlanJson.read(later.getBytes(UTF_8))))
                .isEmpty();
    }

    static Stream<Altered> alteredTerms() {
        var plan = (ObjectNode) JsonMapper.shared().readTree(json());
        return plan.propertyNames().stream()
                .filter(name -> !NO_TERMS.contains(name))
                .flatMap(name -> leaves(plan, "/" + name));
    }

    private static Stream<Altered> leaves(ObjectNode plan, String place) {
        JsonNode node = plan.at(place);
        if (node.isArray()) {
            return Stream.concat(
                    Stream.of(without(plan, place)),
                    IntStream.range(0, node.size()).boxed().flatMap(i -> leaves(plan, place + "/" + i)));
        }
        return node.isObject()
                ? node.propertyNames().stream().flatMap(name -> leaves(plan, place + "/" + name))
                : Stream.of(with(plan, place, node));
    }

    private static Altered without(ObjectNode plan, String place) {
        ObjectNode copy = plan.deepCopy();
        ((ArrayNode) copy.at(place)).removeAll();
        return new Altered(place, copy.toString());
    }

    private static Altered with(ObjectNode plan, String place, JsonNode value) {
        ObjectNode copy = plan.deepCopy();
        int last = place.lastIndexOf('/');
        JsonNode parent = copy.at(place.substring(0, last));
        String name = place.substring(last + 1);
        JsonNode other = JsonMapper.shared().valueToTree(another(name, value));
        if (parent instanceof ObjectNode object) {
            object.set(name, other);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), other);
        }
        return new Altered(place, copy.toString());
    }

    private static Object another(String name, JsonNode value) {
        return switch (name) {
            case "direction" -> "HIGHER_IS_BETTER";
            case "unit" -> value.asString().equals("POINTS") ? "PERCENT_OF_BASELINE" : "POINTS";
            case "by", "dueOn", "reviewOn" -> "2026-07-31";
            case "kind" -> "TEST";
            case "baseline" -> 7;
            default -> value.isNumber() ? value.asInt() + 1 : value.asString() + " and more";
        };
    }

    private static List<String> texts(String what, String with) {
        assertThat(json()).contains(what);
        PlanContent later = PlanJson.read(json().replace(what, with).getBytes(UTF_8));
        return PlanDiff.between(lowBackPainPlan(), later).stream()
                .map(PlanDiff.Change::text)
                .toList();
    }

    private static String json() {
        return new String(PlanJson.write(lowBackPainPlan()), UTF_8);
    }
}
