package io.github.throughline.platform.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirSearchTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-10, 2026-10-01T00:00:00Z, 2026-11-01T00:00:00Z",
        "eq2026-10-13, 2026-10-13T00:00:00Z, 2026-10-14T00:00:00Z",
        "2026-10-13T08:00:00+02:00, 2026-10-13T06:00:00Z, 2026-10-13T06:00:01Z",
        "2026-10-13T06:00:00.250Z, 2026-10-13T06:00:00.250Z, 2026-10-13T06:00:00.251Z",
        "ge2026-10-13, 2026-10-13T00:00:00Z, 9999-12-31T00:00:00Z",
        "gt2026-10-13, 2026-10-14T00:00:00Z, 9999-12-31T00:00:00Z",
    })
    void aTimeIsTheSpanThatItNames(String said, Instant from, Instant until) {
        assertThat(FhirPeriod.parse("date", said)).isEqualTo(new FhirPeriod(from, until));
    }

    @Test
    void ofSeveralTimesAllHold() {
        // When
        FhirPeriod period =
                search(Map.of("date", List.of("ge2026-10-13", "lt2026-10-15"))).period("date");

        // Then
        assertThat(period.has(Instant.parse("2026-10-12T23:59:59Z"))).isFalse();
        assertThat(period.has(Instant.parse("2026-10-13T00:00:00Z"))).isTrue();
        assertThat(period.has(Instant.parse("2026-10-14T23:59:59Z"))).isTrue();
        assertThat(period.has(Instant.parse("2026-10-15T00:00:00Z"))).isFalse();
        assertThat(search(Map.of("date", List.of("le2026-10-15")))
                        .period("date")
                        .has(Instant.parse("2026-10-15T12:00:00Z")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "ne2026", "2026-13", "99999", "2026-10-13T08:00:00"})
    void whatIsNoTimeIsRefused(String said) {
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> FhirPeriod.parse("date", said))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("date"));
    }

    @Test
    void aTimeBeyondEveryDatabaseIsCutOff() {
        assertThat(FhirPeriod.parse("date", "lt+999999999-01-01T00:00:00Z")).isEqualTo(FhirPeriod.ALWAYS);
    }

    @Test
    void whatIsNotSearchedByIsRefused() {
        for (var parameters : List.of(
                Map.of("value", List.of("5")),
                Map.of("_format", List.of("xml")),
                Map.of("_count", List.of("0")),
                Map.of("_count", List.of("many")),
                Map.of("_count", List.of("1", "2")),
                Map.of("_cursor", List.of("99999999999999999999.x")),
                Map.of("_cursor", List.of("1.x\u0000")))) {
            assertThatExceptionOfType(InvalidSearch.class)
                    .isThrownBy(() -> search(parameters))
                    .satisfies(refused -> assertThat(refused.field())
                            .isEqualTo(parameters.keySet().iterator().next()));
        }
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> search(Map.of("patient", List.of("Maria"))).patient());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        // Given
        List<Resource> all =
                IntStream.range(0, 7).mapToObj(FhirSearchTest::resource).toList();

        // When
        List<Resource> first = search(Map.of("_count", List.of("3"))).page(all.reversed().stream());
        String cursor = FhirCursor.of(first.get(2)).toString();
        List<Resource> second = search(Map.of("_count", List.of("3"), "_cursor", List.of(cursor)))
                .page(all.stream());

        // Then
        assertThat(first).extracting(Resource::getId).containsExactly("0", "1", "2", "3");
        assertThat(second).extracting(Resource::getId).containsExactly("3", "4", "5", "6");
    }

    @Test
    void anElementThatIsNotKnownIsNamedAndItsValueIsNot() {
        for (String json : List.of(
                "{\"resourceType\":\"Basic\",\"nonsense\":\"Maria Muster\"}",
                "{\"resourceType\":\"Patient\",\"active\":true}",
                "{\"resourceType\":\"Basic\",\"created\":\"Maria Muster\"}",
                "Maria Muster")) {
            assertThatExceptionOfType(UnreadableResource.class)
                    .isThrownBy(() -> FhirJson.read(Basic.class, json.getBytes(UTF_8)))
                    .satisfies(refused ->
                            assertThat(refused.getMessage() + refused.field()).doesNotContain("Maria"));
        }
    }

    private static FhirSearch search(Map<String, List<String>> parameters) {
        return FhirSearch.of(parameters, Set.of("patient", "date"));
    }

    /** Two of each millisecond. */
    private static Resource resource(int n) {
        var resource = new Basic();
        resource.setId(String.valueOf(n));
        resource.getMeta().setLastUpdated(new Date(1000 + n / 2));
        return resource;
    }
}
