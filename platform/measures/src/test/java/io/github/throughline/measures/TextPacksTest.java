package io.github.throughline.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPacksTest {

    private static final TextPacks STANDARD = TextPacks.standard(MeasureCatalogue.standard());

    private static final String PEG = """
            language: %s
            measures:
              PEG:
                title: Pain and life
                recall: In the past week
                items: {"1": One?, "2": Two?, "3": Three?}
                answers: {"0": Not at all, "10": Fully}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void allLanguagesHaveTheSameWords() {
        TextPack english = pack("en");

        assertThat(STANDARD.all()).hasSize(2).allSatisfy(pack -> {
            assertThat(pack.page()).containsOnlyKeys(english.page().keySet());
            assertThat(pack.sideEffects())
                    .containsOnlyKeys(english.sideEffects().keySet());
            assertThat(pack.measures()).containsOnlyKeys("NPRS");
        });
    }

    @Test
    void theBestOfThePatientsLanguagesIsTaken() {
        assertThat(pack("de-CH,en;q=0.5").language()).hasToString("de");
        assertThat(pack("it,fr;q=0.5").language()).hasToString("en");
    }

    @Test
    void aSitesPackAddsMeasuresAndLanguages() throws IOException {
        // Given
        Files.writeString(folder.resolve("en.yaml"), PEG.formatted("en"));
        Files.writeString(folder.resolve("it.yaml"), PEG.formatted("it") + "page: {title: Il suo check-in}\n");

        // When
        TextPacks packs = STANDARD.withFolder(folder);

        // Then
        TextPack italian = packs.best(LanguageRange.parse("it"));
        assertThat(packs.best(LanguageRange.parse("en")).measures()).containsOnlyKeys("NPRS", "PEG");
        assertThat(italian.measures()).containsOnlyKeys("PEG");
        assertThat(italian.page()).containsEntry("title", "Il suo check-in").containsEntry("back", "Back");
    }

    @Test
    void whatThePatientChoseStandsInTheQuestion() throws IOException {
        // Given
        Files.writeString(folder.resolve("psfs.yaml"), """
                language: en
                measures:
                  PSFS:
                    title: What you can do
                    recall: Today
                    items: {"*": "How well can you {chosen}?"}
                    answers: {"0": Not at all, "10": As before}
                """);

        // When
        var measures =
                STANDARD.withFolder(folder).best(LanguageRange.parse("en")).measures();

        // Then
        assertThat(measures)
                .hasEntrySatisfying(
                        "PSFS",
                        wording -> assertThat(wording.question("2", "lift a crate"))
                                .isEqualTo("How well can you lift a crate?"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            language: en                | languag: en                     | languag
            language: en                | language: "?"                   | language
            PEG:                        | PEG-2:                          | measures.PEG-2
            title: Pain and life        | titles: Pain and life           | titles
            '"3": Three?'               | '"4": Four?'                    | measures.PEG.items.3
            '"10": Fully'               | '"11": Fully'                   | measures.PEG.answers.10
            """)
    void aFaultIsNamedWithItsFile(String right, String wrong, String named) throws IOException {
        // Given
        Files.writeString(folder.resolve("wrong.yaml"), PEG.formatted("en").replace(right, wrong));

        // Then
        assertThatThrownBy(() -> STANDARD.withFolder(folder))
                .isInstanceOf(InvalidTextPack.class)
                .hasMessageContaining("wrong.yaml")
                .hasMessageContaining(named);
    }

    private static TextPack pack(String wanted) {
        return STANDARD.best(LanguageRange.parse(wanted));
    }
}
