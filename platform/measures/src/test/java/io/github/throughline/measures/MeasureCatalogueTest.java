package io.github.throughline.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.signedplan.PlannedMeasure.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureCatalogueTest {

    private static final String FIRST_BAND = "{upTo: 4, value: 1, source: doi 10.1055/a-1304-3677, verify: true}";
    private static final MeasureCatalogue STANDARD = MeasureCatalogue.standard();

    @Test
    void theStandardMeasuresAreThere() {
        assertThat(STANDARD.measures())
                .extracting(Measure::id)
                .containsExactly(
                        "BDI",
                        "GAD-7",
                        "HOOS-JR",
                        "KOOS-JR",
                        "LEFS",
                        "NDI",
                        "NPRS",
                        "ODI",
                        "PEG",
                        "PGIC",
                        "PHQ-9",
                        "PROMIS-PF",
                        "PROMIS-PI",
                        "PSFS",
                        "QuickDASH",
                        "RMDQ",
                        "WHODAS-12");
    }

    @Test
    void everyFileStandsInTheIndex() throws IOException, URISyntaxException {
        // Given
        var index = Objects.requireNonNull(MeasureCatalogue.class.getResource("measures.txt"));

        // When // Then
        try (var files = Files.list(Path.of(index.toURI()).getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .hasSameElementsAs(Files.readAllLines(Path.of(index.toURI())));
        }
    }

    @Test
    void aFolderAddsAndReplaces(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("own.yaml"), nprs().replace("id: NPRS", "id: OWN-PAIN"));
        Files.writeString(folder.resolve("nprs.yaml"), nprs().replace("version: \"1\"", "version: \"1-site\""));

        // When
        var catalogue = STANDARD.withFolder(folder);

        // Then
        assertThat(catalogue.measure("OWN-PAIN")).isPresent();
        assertThat(catalogue.measure("NPRS"))
                .hasValueSatisfying(m -> assertThat(m.version()).isEqualTo("1-site"));
        assertThat(catalogue.measure("BDI")).isEqualTo(STANDARD.measure("BDI"));
    }

    @Test
    void twoFilesForOneMeasureAreRefused(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("a.yaml"), nprs());
        Files.writeString(folder.resolve("b.yaml"), nprs());

        // When // Then
        assertThatThrownBy(() -> STANDARD.withFolder(folder))
                .isInstanceOf(InvalidMeasure.class)
                .hasMessageContaining("b.yaml")
                .hasMessageContaining("id: NPRS is also in");
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() throws IOException {
        // Given
        var yaml = nprs().replace("direction: HIGHER_IS_WORSE\n", "").replace("    value: 8\n", "");

        // When // Then
        assertThatThrownBy(() -> read(yaml))
                .hasMessageContaining("direction: is missing")
                .hasMessageContaining("stall.minimumWeeks.value: is missing");
    }

    @Test
    void aNumberWithoutSourceIsRefused() throws IOException {
        assertFault(nprs().replace("source: Farrar 2001\n", "source: \"\"\n"), "importantChange: has no source");
        assertFault(nprs().replace("source: the answer is the score", "source: \"\""), "scoring: has no source");
        assertFault(nprs().replaceFirst("source: upper end of mild.*", "source: \"\""), "target: has no source");
        assertFault(
                nprs().replace(FIRST_BAND, "{upTo: 4, value: 1, source: \"\"}"),
                "importantChange.byBaseline: has no source");
    }

    @Test
    void whatIsMissingInAListIsNamedWithItsPlace() throws IOException {
        assertFault(nprs().replace(FIRST_BAND, "{upTo: 4, value: 1}"), "byBaseline[0].source: is missing");
        assertFault(nprs().replace("minimum: 0, maximum: 10}", "minimum: 0}"), "items[0].maximum: is missing");
        assertFault(nprs() + "\nsafetyItems: [{item: \"1\"}]\n", "safetyItems[0].above: is missing");
    }

    @Test
    void aGivenTotalHasTheDecimalsThatAreDeclared() throws IOException {
        // Given
        var measure = read(promis().replace("decimals: 1", "decimals: 3"));

        // When // Then
        assertThat(measure.canTotal(new BigDecimal("45.125"))).isTrue();
        assertThat(measure.canTotal(new BigDecimal("45.1250"))).isTrue();
        assertThat(measure.canTotal(new BigDecimal("45.1255"))).isFalse();
        assertThat(measure.canTotal(new BigDecimal("90.001"))).isFalse();
        assertFault(promis().replace("minimum: 10", "minimum: 9.95"), "not what the items can produce");
    }

    @Test
    void aTableHasATotalForEachSum() throws IOException {
        assertFault(shipped("koos-jr.yaml").replace("8.291, 0]", "8.291]"), "a total for each sum of the items");
        assertFault(shipped("koos-jr.yaml").replace("91.975", "91.9751"), "more decimals than scoring.decimals");
        assertFault(nprs().replace("decimals: 0", "decimals: 0\n  table: [1]"), "scoring.table: goes with LOOKUP only");
    }

    @Test
    void itIsSaidWhatBecomesOfAMissingAnswer() throws IOException {
        assertFault(shipped("odi.yaml").replace("  missing: MEAN_OF_THE_OTHERS\n", ""), "scoring.missing: is missing");
        assertFault(
                shipped("odi.yaml").replace("MEAN_OF_THE_OTHERS", "NO_TOTAL"),
                "scoring.atLeastAnswered: must be the number of items");
        assertFault(
                shipped("quickdash.yaml").replace("MEAN_OF_THE_OTHERS", "ZERO"),
                "scoring.missing: ZERO goes with items that begin at 0");
        assertFault(
                shipped("koos-jr.yaml").replace("NO_TOTAL", "MEAN_OF_THE_OTHERS"),
                "scoring.missing: must be NO_TOTAL for a LOOKUP");
    }

    @Test
    void aLawfulRangeHasTheValueItself() throws IOException {
        assertFault(
                nprs().replace("    value: 8\n", "    value: 8\n    lawful: {atLeast: 9, atMost: 12}\n"),
                "stall.minimumWeeks.lawful: leaves out the value itself");
        assertFault(
                nprs().replace("    value: 8\n", "    value: 8\n    lawful: {atLeast: 6}\n"),
                "stall.minimumWeeks.lawful.atMost: is missing");
    }

    @Test
    void aRangeThatTheItemsDoNotProduceIsRefused() throws IOException {
        assertFault(nprs().replace("\nmaximum: 10", "\nmaximum: 12"), "not what the items can produce");
    }

    @Test
    void aFieldThatIsNotKnownIsRefused() throws IOException {
        assertFault(nprs() + "\ncolour: red\n", "colour");
    }

    @Test
    void aSafetyItemMustBeAnItem() throws IOException {
        assertFault(nprs() + "\nsafetyItems: [{item: \"9\", above: 0}]\n", "safetyItems: 9 is not an item");
    }

    @Test
    void aTargetOutsideTheRangeIsRefused() throws IOException {
        assertFault(nprs().replace("target:\n  value: 3", "target:\n  value: 30"), "target: is outside the range");
    }

    @Test
    void whatIsNotYamlIsRefused() {
        assertThatThrownBy(() -> read("{")).isInstanceOf(InvalidMeasure.class).hasMessageContaining("file.yaml");
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidMeasure.class);
    }

    @Test
    void betterEndIsKnown() {
        assertThat(STANDARD.measure("PROMIS-PF").orElseThrow().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(STANDARD.measure("ODI").orElseThrow().direction()).isEqualTo(Direction.HIGHER_IS_WORSE);
    }

    private static void assertFault(String yaml, String fault) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidMeasure.class).hasMessageContaining(fault);
    }

    private static Measure read(String yaml) {
        return MeasureFile.read("file.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String nprs() throws IOException {
        return shipped("nprs.yaml");
    }

    private static String promis() throws IOException {
        return shipped("promis-pf.yaml");
    }

    private static String shipped(String file) throws IOException {
        try (InputStream in = MeasureCatalogue.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
